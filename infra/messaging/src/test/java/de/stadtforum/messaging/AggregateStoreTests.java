package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.documents.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

public class AggregateStoreTests {
    private final String database = "store-" + UUID.randomUUID();
    private final TellingProcess process = new TellingProcess(database);

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void writesStateAndFactsTogether() {
        process.boxes.create("a", _ -> Box.open("a"));
        process.boxes.decide("a", box -> box.cast("ada"));

        var document = process.documents().find().first();
        assertThat(document).isNotNull();
        assertThat(document.get("state", Document.class).getList("voters", String.class))
                .containsExactly("ada");
        assertThat(document.getList("pending", Document.class))
                .extracting(fact -> fact.getString("type"))
                .containsExactly(
                        "de.stadtforum.voting.vote-opened", "de.stadtforum.voting.ballot-cast");
        assertThat(document.get("told")).isEqualTo(2L);
    }

    @Test
    void repeatsChangeNothing() {
        process.boxes.create("a", _ -> Box.open("a"));
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isInstanceOf(Decision.Changed.class);
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isEqualTo(Decision.unchanged());
        assertThat(process.documents().find().first()).containsEntry("told", 2L);
    }

    @Test
    void eachOfManyIsReadOnceAndOfFewNoMoreThanTwoHundred() {
        for (var i = 0; i < 450; i++) {
            var id = "many-%03d".formatted(i);
            process.boxes.create(id, _ -> Box.open(id));
        }
        var read = new ArrayList<String>();
        process.boxes.each(Filters.empty(), Order.ascending(), box -> read.add(box.id()));
        assertThat(read).hasSize(450).doesNotHaveDuplicates();
        assertThat(process.boxes.few(Filters.empty(), Order.ascending())).hasSize(200);
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertThat(process.boxes.decide("none", box -> box.cast("ada")))
                .isEqualTo(Decision.refused(Decision.Refusal.NOT_FOUND));
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        process.boxes.create("a", _ -> Box.open("a"));
        var before = process.documents().find().first();
        assertThat(process.boxes.decide("a", box -> box.cast(" ")))
                .isEqualTo(Decision.refused(Box.Refusal.NO_NAME));
        assertThat(process.documents().find().first()).isEqualTo(before);
    }

    @Test
    void aRuleThatThrowsFailsItsOwnCommandAlone() {
        process.boxes.create("a", _ -> Box.open("a"));
        assertThatThrownBy(() ->
                        process.boxes.decide(
                                "a",
                                _ -> {
                                    throw new IllegalStateException("broken");
                                }))
                .hasMessage("broken");
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isInstanceOf(Decision.Changed.class);
    }

    @Test
    void twoThousandCommandsAtOnceAreAllDecidedOnce() throws Exception {
        process.started();
        process.boxes.create("hot", _ -> Box.open("hot"));
        var answers =
                atOnce(
                        IntStream.range(0, 2_000)
                                .<Callable<Decision<Box>>>mapToObj(i ->
                                        () ->
                                                process.boxes.decide(
                                                        "hot", box -> box.cast("voter-" + i)))
                                .toList());

        assertThat(answers).allMatch(answer -> answer instanceof Decision.Changed);
        assertThat(process.boxes.find("hot").orElseThrow().voters()).hasSize(2_000);
        // each waits for the broker's word on the one before: decision 0003
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(40))
                .until(process::allTold);
        assertThat(Log.firstSequences(process, "hot"))
                .isEqualTo(LongStream.rangeClosed(1, 2_001).boxed().toList());
    }

    @Test
    void twoProgramsRacingForOneAggregateLoseNothing() throws Exception {
        try (var other = new TellingProcess(database)) {
            process.boxes.create("raced", _ -> Box.open("raced"));
            var commands = new ArrayList<Callable<Decision<Box>>>();
            for (var i = 0; i < 100; i++) {
                var voter = "voter-" + i;
                commands.add(() -> process.boxes.decide("raced", box -> box.cast(voter)));
                commands.add(() -> other.boxes.decide("raced", box -> box.cast(voter)));
            }
            assertThat(atOnce(commands)).noneMatch(answer -> answer instanceof Decision.Refused);
        }
        var document = process.documents().find().first();
        assertThat(document).isNotNull();
        assertThat(document.get("state", Document.class).getList("voters", String.class))
                .hasSize(100);
        assertThat(document.get("told")).isEqualTo(101L);
    }

    @Test
    void twoThousandBallotsAreTakenWhileTheBrokerIsAwayAndFourMegabytesAreTheLimit()
            throws Exception {
        process.boxes.create("full", _ -> Box.open("full"));
        var answers =
                atOnce(
                        IntStream.range(0, 2_000)
                                .<Callable<Decision<Box>>>mapToObj(i ->
                                        () ->
                                                process.boxes.decide(
                                                        "full", box -> box.cast("voter-" + i)))
                                .toList());
        assertThat(answers).allMatch(answer -> answer instanceof Decision.Changed);
        assertThat(process.documents().find().first()).containsEntry("told", 2_001L);

        process.documents()
                .updateOne(
                        new Document("_id", "full").append("pending.sequence", 2L),
                        new Document(
                                "$set", new Document("pending.$.data", "x".repeat(4_000_000))));
        var another = process.stores.of("boxes", Box.class, VotingFact.class).store();
        assertThat(another.decide("full", box -> box.cast("late")))
                .isEqualTo(Decision.refused(Decision.Refusal.BUSY));
    }

    @Test
    void aFactThatTheTopicWouldNotTakeIsRefusedAloneWhenItIsDecided() throws Exception {
        process.boxes.create("a", _ -> Box.open("a"));
        var large = "x".repeat(1_100_000);
        var answers =
                atOnce(
                        List.<Callable<Decision<Box>>>of(
                                () -> process.boxes.decide("a", box -> box.cast("ada")),
                                () ->
                                        process.boxes.decide(
                                                "a",
                                                box ->
                                                        Decision.changed(
                                                                box,
                                                                new VotingFact.VoteOpened(
                                                                        large,
                                                                        "m",
                                                                        "i",
                                                                        VotingFact.Subject
                                                                                .PROCEDURE,
                                                                        VotingFact.Mode.OPEN,
                                                                        1))),
                                () -> process.boxes.decide("a", box -> box.cast("bob"))));
        assertThat(answers.get(0)).isInstanceOf(Decision.Changed.class);
        assertThat(answers.get(1)).isEqualTo(Decision.refused(Decision.Refusal.TOO_LARGE));
        assertThat(answers.get(2)).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void anAggregateThatTheDatabaseWouldNotTakeIsRefusedAtOnce() {
        var large = new java.util.TreeSet<String>();
        for (var i = 0; i < 17; i++) large.add(i + "x".repeat(1_000_000));
        assertThat(process.boxes.create("a", _ -> Decision.changed(new Box("a", large))))
                .isEqualTo(Decision.refused(Decision.Refusal.TOO_LARGE));
        assertThat(process.boxes.find("a")).isEmpty();
    }

    @Test
    void whatMayBeThereOnlyOnceIsTakenAndSaysSoAtOnce() {
        var boxes =
                process.stores
                        .of("boxes", Box.class, VotingFact.class)
                        .unique("id", Decision.Refusal.TAKEN)
                        .store();
        boxes.create("a", _ -> Box.open("same"));
        var began = System.nanoTime();
        assertThat(boxes.create("b", _ -> Box.open("same")))
                .isEqualTo(Decision.refused(Decision.Refusal.TAKEN));
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - began))
                .as("not tried until the deadline")
                .isLessThan(java.time.Duration.ofSeconds(5));
    }

    @Test
    void anErrorLeavesNobodyWaiting() {
        process.boxes.create("a", _ -> Box.open("a"));
        assertThatThrownBy(() ->
                        process.boxes.decide(
                                "a",
                                _ -> {
                                    throw new AssertionError("broken");
                                }))
                .isInstanceOf(AssertionError.class);
        assertThat(process.boxes.decide("a", box -> box.cast("ada")))
                .isInstanceOf(Decision.Changed.class);
    }

    @Test
    void neverWritesOverANewerSchema() {
        process.boxes.create("new", _ -> Box.open("new"));
        process.documents()
                .updateOne(
                        new Document("_id", "new"),
                        new Document("$set", new Document("schema", 99)));
        assertThatThrownBy(() -> process.boxes.decide("new", box -> box.cast("ada")))
                .hasMessageContaining("newer program");
    }

    /// @throws ExecutionException with what the first of them failed with
    public static <T> List<T> atOnce(List<Callable<T>> commands)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<T>();
            for (var each : threads.invokeAll(commands)) answers.add(each.get());
            return answers;
        }
    }
}
