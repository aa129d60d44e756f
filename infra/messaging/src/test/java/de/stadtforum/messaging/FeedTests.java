package de.stadtforum.messaging;

import static de.stadtforum.messaging.Records.BALLOT;
import static de.stadtforum.messaging.Records.ballot;
import static de.stadtforum.messaging.Records.ballotFrom;
import static de.stadtforum.messaging.Records.opened;
import static de.stadtforum.messaging.Records.person;
import static de.stadtforum.messaging.Records.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.messaging.log.FactRecord;
import de.stadtforum.messaging.log.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How a feed tells duplicate, next, gap and divergence apart, on a real database.
class FeedTests {
    private final HearingProcess process = new HearingProcess();

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void foldsAPollAndTakesDuplicatesOnce() {
        process.hears(opened("a"), ballot("a", 2), ballot("a", 3), ballot("b", 1));
        process.hears(ballot("a", 2), ballot("a", 3), ballot("a", 4));

        assertThat(process.turnout.find("a")).contains(new Turnout(20, 3));
        assertThat(process.turnout.known("a")).map(Known::sequence).contains(4L);
        assertThat(process.reactedTo).containsExactly(1L, 2L, 3L, 1L, 4L);
    }

    /// However the log is cut into polls, and whatever comes early or twice: a replay comes to the same.
    @Test
    void aReplayComesToTheSameInOnePollOrInMany() {
        var log =
                List.of(
                        opened("a"),
                        ballot("a", 3),
                        ballot("a", 4),
                        opened("a"),
                        ballot("a", 2),
                        ballot("a", 3),
                        ballot("a", 5));
        var atOnce = process.turnout.replayed("replay-once", 1, List.of());
        var oneByOne = process.turnout.replayed("replay-one-by-one", 1, List.of());
        atOnce.take(shareOf(log));
        for (var each : log) oneByOne.take(shareOf(List.of(each)));

        assertThat(atOnce.known("a"))
                .hasValueSatisfying(it -> assertThat(it.sequence()).isEqualTo(5));
        assertThat(oneByOne.known("a")).isEqualTo(atOnce.known("a"));
    }

    private static List<FactRecord> shareOf(List<LogRecord> poll) {
        return Feeds.understood(poll, (_, _) -> {}).getOrDefault(VotingFact.class, List.of());
    }

    /// It reads the same records: what the running feed still waits for is not its own.
    @Test
    void aReplayTakesNoLettersOfTheRunningFeedAway() {
        process.hears(ballot("a", 2));
        var replay = process.turnout.replayed("replay-letters", 1, List.of());
        replay.take(shareOf(List.of(ballot("a", 2))));
        replay.take(shareOf(List.of(opened("a"))));
        assertThat(replay.known("a"))
                .hasValueSatisfying(it -> assertThat(it.sequence()).isEqualTo(2));
        assertThat(process.operations.deadLetters()).hasSize(1);
    }

    @Test
    void whatIsFewIsInMemoryAndKnowsAtOnceWhatThisProcessHears() {
        process.hears(opened("a"));
        assertThat(process.turnout.few().keySet()).containsExactly("a");
        assertThat(process.turnout.few()).isSameAs(process.turnout.few());
        process.hears(ballot("a", 2), opened("b"));
        assertThat(process.turnout.few().get("a").state()).isEqualTo(new Turnout(20, 1));
        assertThat(process.turnout.few().keySet()).containsExactly("a", "b");
    }

    @Test
    void aTypeThatNobodyKnowsStillAdvances() {
        process.hears(
                opened("a"),
                record("a", 2, "de.stadtforum.voting.vote-blessed", "f2", "{\"by\":\"x\"}"),
                ballot("a", 3));
        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 3, false, new Turnout(20, 1)));
    }

    @Test
    void atAGapThatAggregateStopsAndTheOthersGoOn() {
        process.hears(opened("a"), ballot("a", 3), opened("b"), ballot("b", 2));

        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 1, true, new Turnout(20, 0)));
        assertThat(process.turnout.find("b")).contains(new Turnout(20, 1));
        assertThat(process.operations.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.GAP);
                    assertThat(letter.aggregate()).isEqualTo("a");
                    assertThat(letter.sequence()).isEqualTo(3);
                });
    }

    @Test
    void theMissingFactHealsTheGap() {
        process.hears(opened("a"), ballot("a", 3), ballot("a", 4));
        process.hears(ballot("a", 2));

        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 4, false, new Turnout(20, 3)));
        assertThat(process.operations.deadLetters()).isEmpty();
    }

    @Test
    void anotherFactWithTheSameSequenceIsAnAlarmAndNeverADuplicate() {
        process.hears(opened("a"), ballot("a", 2));
        process.hears(record("a", 2, BALLOT, "another-id", "{}"));

        assertThat(process.turnout.find("a")).contains(new Turnout(20, 1));
        process.hears(ballot("a", 3));
        assertThat(process.operations.deadLetters())
                .extracting(DeadLetter::cause)
                .containsExactly(DeadLetter.Cause.DIVERGED);
    }

    @Test
    void twoProcessesThatTakeTheSamePollCountItOnce() throws Exception {
        var second = process.feedsOf(Teller.SESSION);
        second.of(VotingFact.class).into("turnout", Turnout.NONE, Turnout::after);
        var poll = new ArrayList<>(List.of(opened("a")));
        LongStream.rangeClosed(2, 200).forEach(sequence -> poll.add(ballot("a", sequence)));
        AggregateStoreTests.atOnce(
                List.of(() -> take(process.feeds, poll), () -> take(second, poll)));

        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 200, false, new Turnout(20, 199)));
    }

    private static boolean take(Feeds feeds, List<LogRecord> poll) {
        feeds.take(poll);
        return true;
    }

    @Test
    void ofPersonsTheNewestStateWinsAndNothingIsKeptInDeadLetters() {
        record Name(String name) {}
        var persons =
                process.feeds
                        .of(PersonFact.class)
                        .into(
                                "persons",
                                new Name(""),
                                (known, fact) ->
                                        switch (fact) {
                                            case PersonFact.PersonKnown(var name, _) ->
                                                    new Name(name);
                                            case PersonFact.PersonErased() -> new Name("");
                                        });
        var type = FactType.of(PersonFact.PersonKnown.class);
        process.hears(
                person("p-1", 4, type, "{\"name\":\"Neu\"}"),
                person("p-1", 2, type, "{\"name\":\"Alt\"}"));
        process.hears(person("p-2", 1, type, "{kaputt Geheim"));

        assertThat(persons.find("p-1")).contains(new Name("Neu"));
        assertThat(process.database.getCollection("dead_letters").find())
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.toString()).contains("p-2").doesNotContain("Geheim"));
    }

    @Test
    void twoDepartmentsWithTheSameIdsAreTwoAggregates() {
        process.hears(
                opened("a"),
                ballotFrom("/essen/session", "a", 1),
                ballot("a", 2),
                ballotFrom("/essen/session", "a", 2),
                ballotFrom("/essen/session", "a", 3));

        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 2, false, new Turnout(20, 1)));
        assertThat(process.turnout.known("essen~session~a"))
                .contains(new Known<>("essen~session~a", 3, false, new Turnout(0, 3)));
        assertThat(process.operations.deadLetters()).isEmpty();
    }

    @Test
    void refusesAnOwnerThatTheContractsDoNotDeclare() {
        var membership = process.feedsOf(Teller.MEMBERSHIP);
        assertThatThrownBy(() -> membership.of(LabFact.class)).hasMessageContaining("not declared");
    }
}
