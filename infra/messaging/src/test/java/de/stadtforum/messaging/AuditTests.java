package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.stadtforum.messaging.audit.Audit;
import de.stadtforum.messaging.audit.Audit.Question;
import de.stadtforum.messaging.audit.AuditLine;
import de.stadtforum.messaging.audit.AuditLine.Asked;
import de.stadtforum.messaging.audit.AuditLine.Outcome;
import de.stadtforum.messaging.audit.AuditLine.Told;
import de.stadtforum.messaging.audit.Retention;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Effects;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.context.Trace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTests {
    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
    private static final Author ADA = Author.loggedIn("account-ada", "p-ada");
    private static final Question ALL = new Question(null, null, null, null, null);
    private final TellingProcess process = new TellingProcess("audit-" + UUID.randomUUID());
    private final PlatformClock clock = new PlatformClock(NOW);
    private final Audit audit =
            new Audit(process.database, process.journal, new Retention(1, "a law"), clock);

    @AfterEach
    void close() {
        process.close();
    }

    private void opened(Author by, String box) {
        by.act(() -> process.boxes.create(box, _ -> Box.open(box)));
    }

    private void allFiled() {
        process.started();
        await().until(process::allTold);
    }

    private void file(Instant at, Author by, String vote) {
        var ids = new TreeMap<>(java.util.Map.of("id", vote));
        var what = new Asked("POST", "/api/session/votes/{id}/close", ids, 409, "CLOSED", "r-1");
        PlatformClock.at(
                at,
                () ->
                        by.act(() -> {
                            audit.file(Outcome.REFUSED, what);
                            return true;
                        }));
    }

    @Test
    void whatWasToldAndWhatWasRefusedStandInOneLine() {
        opened(ADA, "a");
        file(NOW, ADA, "a");
        allFiled();

        assertThat(audit.read(ALL, 10).lines())
                .allMatch(line -> line.by().equals(ADA))
                .extracting(AuditLine::outcome)
                .containsExactlyInAnyOrder(Outcome.DONE, Outcome.REFUSED);
        assertThat(audit.read(new Question(null, null, null, "a", null), 10).lines()).hasSize(2);
        assertThat(audit.read(new Question(null, null, null, "b", null), 10).lines()).isEmpty();
        assertThat(audit.read(new Question(null, null, "p-bob", null, null), 10).lines()).isEmpty();
    }

    @Test
    void namesWhoActedAndWithWhichTraceAndNoContent() {
        Trace.follow(
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                () -> {
                    opened(ADA, "a");
                    return true;
                });
        allFiled();
        assertThat(audit.read(ALL, 10).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.what())
                            .isEqualTo(new Told("de.stadtforum.voting.vote-opened", "a", 1));
                    assertThat(line.trace()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
                });
    }

    @Test
    void residentsAndTheServiceItselfAreNobodysDeeds() {
        opened(Author.RESIDENT, "a");
        opened(Author.SERVICE, "b");
        opened(Author.loggedIn("service", null), "c"); // an account that calls itself so
        allFiled();
        assertThat(audit.read(ALL, 10).lines())
                .extracting(line -> line.by().account())
                .containsExactly("account:service");
    }

    @Test
    void pageByPageNothingIsLostOrShownTwice() {
        IntStream.range(0, 7).forEach(i -> file(NOW.minusSeconds(i / 3), ADA, "v-" + i));
        IntStream.range(0, 4).forEach(i -> opened(ADA, "b-" + i));
        allFiled();
        var seen = new ArrayList<AuditLine>();
        var pages = 0;
        for (String after = null; pages == 0 || after != null; pages++) {
            var page = audit.read(new Question(null, null, null, null, after), 3);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(3);
            seen.addAll(page.lines());
            after = page.next();
        }
        assertThat(pages).isEqualTo(4);
        assertThat(seen).hasSize(11).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo((one, two) -> two.at().compareTo(one.at()));
        assertThatThrownBy(() -> audit.read(new Question(null, null, null, null, "x"), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesAreFromTheFirstMomentToTheOneAfterTheLast() {
        file(NOW, ADA, "now");
        file(NOW.minusSeconds(60), ADA, "before");
        var question = new Question(NOW.minusSeconds(60), NOW, null, null, null);
        assertThat(audit.read(question, 10).lines())
                .extracting(line -> ((Asked) line.what()).ids().get("id"))
                .containsExactly("before");
    }

    @Test
    void whatHasExpiredIsNobodysAnyLongerAndTheLogStillFindsItsIds() {
        for (var at : List.of("2024-12-31T22:59:59Z", "2024-12-31T23:00:00Z")) {
            file(Instant.parse(at), ADA, "v");
            PlatformClock.at(
                    Instant.parse(at),
                    () -> {
                        opened(ADA, "b-" + at.substring(17, 19));
                        return true;
                    });
        }
        allFiled();
        audit.expire();

        assertThat(audit.read(ALL, 10).lines())
                .hasSize(2)
                .allMatch(line -> line.at().equals(Instant.parse("2024-12-31T23:00:00Z")));
        var entries = process.database.getCollection("journal");
        assertThat(entries.find(new Document("aggregate", "b-59")).first())
                .doesNotContainKeys("account", "person", "data", "trace", "at");
        assertThat(process.journal.idsOf(process.topic, "b-59", 1)).hasSize(1);
        assertThat(process.database.getCollection("audit").countDocuments()).isEqualTo(1);
    }

    @Test
    void entriesOfAnOlderProgramBelongToTheAuditToo() {
        opened(ADA, "a");
        opened(Author.RESIDENT, "b");
        allFiled();
        var journal = process.database.getCollection("journal");
        journal.updateMany(new Document(), new Document("$unset", new Document("at", "")));
        assertThat(audit.read(ALL, 10).lines()).isEmpty();

        audit.expire();

        assertThat(audit.read(ALL, 10).lines()).extracting(AuditLine::by).containsExactly(ADA);
    }

    @Test
    void aRequestKnowsWhetherTheJournalSpeaksForIt() {
        assertThat(tells(() -> process.boxes.create("a", _ -> Box.open("a")))).isTrue();
        assertThat(tells(() -> process.boxes.decide("a", box -> box.cast("ada")))).isTrue();
        assertThat(tells(() -> process.boxes.decide("a", box -> box.cast("ada")))).isFalse();
        assertThat(tells(() -> process.boxes.decide("a", box -> box.cast(" ")))).isFalse();
    }

    private static boolean tells(java.util.function.Supplier<Decision<Box>> command) {
        var deed = new Effects();
        deed.watch(command);
        return deed.told();
    }

    @Test
    void theRuleThatShipsNamesItsSourceAndABrokenOneStopsTheStart() throws Exception {
        var shipped = AuditTests.class.getResourceAsStream("/retention.json");
        assertThat(shipped).isNotNull();
        var rule = Retention.of(shipped);
        assertThat(rule.source()).contains("DSGVO");
        assertThat(rule.cutoff(NOW)).isEqualTo(Instant.parse("2024-12-31T23:00:00Z"));
        for (var wrong :
                List.of(
                        "{}",
                        "{\"audit\": {\"yearsAfter\": 1, \"source\": \" \"}}",
                        "{\"audit\": {\"yearsAfter\": -1, \"source\": \"a law\"}}"))
            assertThatThrownBy(() ->
                            Retention.of(
                                    new ByteArrayInputStream(
                                            wrong.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(RuntimeException.class);
    }
}
