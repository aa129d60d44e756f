package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.AggregateStoreTests;
import de.stadtforum.messaging.Box;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.testing.TestPlatform;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A value that at most one aggregate has, whatever races and dies.
class ClaimsTests {
    private static final int VALUES = 6;
    private static final int AGGREGATES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name = "claims-" + UUID.randomUUID();
    private final TellingProcess one = new TellingProcess(name);
    private final TellingProcess two = new TellingProcess(name);

    @AfterEach
    void end() {
        one.close();
        two.close();
    }

    private static AggregateStore<Box> boxes(TellingProcess process) {
        return process.stores
                .of("boxes", Box.class, VotingFact.class)
                .unique("id", Decision.Refusal.TAKEN)
                .store();
    }

    private Claims claims() {
        return new Claims(one.database, one.documents(), "id", Decision.Refusal.TAKEN);
    }

    /// What the box is called; null for one that has no name any more.
    private static Decision<Box> named(AggregateStore<Box> boxes, String box, @Nullable String to) {
        return boxes.create(box, _ -> Decision.changed(new Box(to, new TreeSet<>())));
    }

    private List<String> holders(String value) {
        return one.documents()
                .find(eq("state.id", value))
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void ofTwoProcessesThatWantItAtOnceOneGetsIt() throws Exception {
        var first = boxes(one);
        var second = boxes(two);
        for (var round = 0; round < 20; round++) {
            var value = "value-" + round;
            var a = "a-" + round;
            var b = "b-" + round;
            Callable<Decision<Box>> ours = () -> named(first, a, value);
            Callable<Decision<Box>> theirs = () -> named(second, b, value);
            var answers = AggregateStoreTests.atOnce(List.of(ours, theirs));
            assertThat(answers).anyMatch(Decision.Changed.class::isInstance);
            assertThat(answers).contains(Decision.refused(Decision.Refusal.TAKEN));
            assertThat(holders(value)).hasSize(1);
        }
    }

    @Test
    void whatIsGivenFreeIsTakenByAnother() {
        var boxes = boxes(one);
        named(boxes, "a", "x");
        assertThat(named(boxes, "b", "x")).isEqualTo(Decision.refused(Decision.Refusal.TAKEN));
        named(boxes, "a", "y");
        assertThat(named(boxes, "b", "x")).isInstanceOf(Decision.Changed.class);
        boxes.remove("b", _ -> Decision.changed(new Box("x", new TreeSet<>())));
        named(boxes, "a", null);
        assertThat(one.database.getCollection("claims").countDocuments()).isZero();
    }

    @Test
    void whatAProgramBeforeKeptApartByAnIndexStaysApart() {
        named(one.boxes, "a", "x");
        one.documents()
                .createIndex(
                        Indexes.ascending("state.id"),
                        new IndexOptions().unique(true).sparse(true));
        var boxes = boxes(two);
        assertThat(named(boxes, "b", "x")).isEqualTo(Decision.refused(Decision.Refusal.TAKEN));
        named(boxes, "a", "y");
        assertThat(named(boxes, "b", "x")).isInstanceOf(Decision.Changed.class);
    }

    /// It stood still when its holder was declared dead, and goes on.
    @Test
    void aWriteThatComesAfterItsClaimWasTakenIsNotApplied() {
        var boxes = boxes(two);
        var late = claims().claim("late", null, new Document("id", "x"));
        named(boxes, "there", "y");
        claims().claim("there", new Document("id", "y"), new Document("id", "z"));
        var read = one.documents().find(eq("there")).first();

        assertThat(named(boxes, "b", "x")).isInstanceOf(Decision.Changed.class);
        assertThat(named(boxes, "c", "z")).isInstanceOf(Decision.Changed.class);

        assertThat(one.documents().find(eq("late")).first()).containsEntry("removed", true);
        assertThat(one.documents().find(eq("there")).first().get("version"))
                .isNotEqualTo(read.get("version"));
        late.written();
        assertThat(named(boxes, "late", "x")).isEqualTo(Decision.refused(Decision.Refusal.TAKEN));
        assertThat(named(boxes, "late", "w")).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void theSweepSettlesWhatWasLeftOpen() {
        var boxes = boxes(one);
        named(boxes, "a", "x");
        var swept = claims();
        swept.claim("a", new Document("id", "x"), null);
        swept.claim("b", null, new Document("id", "y"));
        assertThat(swept.sweep()).isEqualTo(2);
        assertThat(swept.sweep()).isZero();
        var left = one.database.getCollection("claims").find().into(new ArrayList<>());
        assertThat(left).extracting(each -> each.get("value")).containsExactly("x");
        assertThat(left).noneMatch(each -> each.containsKey("open"));
    }

    /// Renames boxes at random until it is killed.
    static final class Renaming {
        public static void main(String... arguments) {
            var process = new TellingProcess(arguments[0]);
            var boxes = boxes(process);
            System.out.println("ready");
            IntStream.range(0, 4)
                    .forEach(seed -> Thread.ofPlatform().start(() -> renameForEver(boxes, seed)));
        }

        private static void renameForEver(AggregateStore<Box> boxes, int seed) {
            var random = new Random(seed);
            while (true) {
                var to = random.nextInt(VALUES + 1);
                named(
                        boxes,
                        "box-" + random.nextInt(AGGREGATES),
                        to == VALUES ? null : "value-" + to);
            }
        }
    }

    @Test
    void holdsWhereverTheProcessIsKilled() throws Exception {
        var boxes = boxes(one);
        for (var kill = 0; kill < 3; kill++) {
            var process = renaming();
            try (var said = process.inputReader()) {
                assertThat(said.lines().anyMatch("ready"::equals)).isTrue();
                var version = versions();
                await().atMost(PATIENCE).until(() -> versions() > version + 50);
            } finally {
                process.destroyForcibly().waitFor();
            }
            for (var i = 0; i < VALUES; i++) {
                var value = "value-" + i;
                assertThat(holders(value)).hasSizeLessThan(2);
                var answer = named(boxes, "fresh-" + kill + "-" + i, value);
                if (holders(value).contains("fresh-" + kill + "-" + i))
                    assertThat(answer).isInstanceOf(Decision.Changed.class);
                else assertThat(answer).isEqualTo(Decision.refused(Decision.Refusal.TAKEN));
                assertThat(holders(value)).hasSize(1);
            }
            for (var each : one.documents().find(exists("state.id")))
                named(boxes, each.getString("_id"), null);
        }
        var swept = claims();
        swept.sweep();
        assertThat(swept.sweep()).isZero();
        assertThat(one.database.getCollection("claims").countDocuments()).isZero();
    }

    private long versions() {
        var sum = 0L;
        for (var each : one.documents().find()) sum += ((Number) each.get("version")).longValue();
        return sum;
    }

    private Process renaming() throws Exception {
        var builder =
                new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + TellingProcess.BROKER + "=" + TestPlatform.bootstrapServers(),
                        Renaming.class.getName(),
                        name);
        builder.environment().put("MONGODB_URI", TestPlatform.mongodbUri());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
