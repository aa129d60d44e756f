package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteCancelled;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.Box;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.log.FactRecord;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is kept by key of a feed, on a real database.
class RollupTests {
    private final String name = "rollup-" + UUID.randomUUID();
    private final AtomicLong returned = new AtomicLong();
    private final MongoClient client =
            TellingProcess.client(
                    TestPlatform.mongodbUri(), it -> it.addCommandListener(new Returned()));
    private final MongoDatabase database = client.getDatabase(TestPlatform.own(name));
    private final List<Integer> foldedOf = new CopyOnWriteArrayList<>();
    private final Process one = new Process();
    private long offset;

    /// Counts the documents that the store gives.
    private final class Returned implements CommandListener {
        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (event.getCommandName().equals("find"))
                returned.addAndGet(
                        event.getResponse().getDocument("cursor").getArray("firstBatch").size());
        }
    }

    /// A vote as a listener knows it; one that was cancelled belongs to no meeting.
    record Ballots(String meeting, int cast) {
        static final Ballots NONE = new Ballots("", 0);

        Ballots after(VotingFact fact) {
            return switch (fact) {
                case VoteOpened it -> new Ballots(it.meeting(), 0);
                case BallotCast _ -> new Ballots(meeting, cast + 1);
                case VoteCancelled _ -> NONE;
                default -> this;
            };
        }
    }

    record Totals(int votes, int cast) {
        static final Totals NONE = new Totals(0, 0);
    }

    /// One process of the listening service.
    private final class Process {
        final DeadLetters deadLetters = new DeadLetters(database);
        final Feeds feeds =
                new Feeds(
                        database,
                        deadLetters,
                        FactMapper.create(),
                        Teller.SESSION,
                        TellingProcess.SOURCES,
                        new PlatformClock(null),
                        Meters.unseen(),
                        Spans.NONE);
        final Feed<Ballots> ballots =
                feeds.of(VotingFact.class).into("ballots", Ballots.NONE, Ballots::after);
        final Rollup<Ballots, Integer, Totals> byMeeting =
                ballots.rolledUp(
                        new Rolling<>(
                                "by-meeting",
                                1,
                                "meeting",
                                it -> it.meeting().isEmpty() ? null : it.meeting(),
                                Ballots::cast,
                                this::totals,
                                Totals.NONE));

        /// Runs once, after this process has read and before it writes.
        private Runnable meanwhile = () -> {};

        private Totals totals(Collection<Integer> cast) {
            var now = meanwhile;
            meanwhile = () -> {};
            now.run();
            foldedOf.add(cast.size());
            return new Totals(cast.size(), cast.stream().mapToInt(it -> it).sum());
        }

        void hear(LogRecord... poll) {
            feeds.take(List.of(poll));
        }

        Totals rolled(String meeting) {
            byMeeting.rollMarked();
            return byMeeting.of(meeting);
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void whatIsKeptByKeyFollowsItsDocuments() {
        one.hear(opened("a", "m1"), ballot("a", 2), opened("b", "m1"), opened("c", "m2"));
        assertThat(one.rolled("m1")).isEqualTo(new Totals(2, 1));
        assertThat(one.byMeeting.of("m2")).isEqualTo(new Totals(1, 0));
        one.hear(ballot("b", 2), ballot("b", 3));
        assertThat(one.rolled("m1")).isEqualTo(new Totals(2, 3));
        assertThat(one.byMeeting.all())
                .containsExactly(
                        java.util.Map.entry("m1", new Totals(2, 3)),
                        java.util.Map.entry("m2", new Totals(1, 0)));
        assertThat(one.byMeeting.of("m3")).isEqualTo(Totals.NONE);
    }

    @Test
    void allThatStandsIsReadOnceAndThenWhatChanged() {
        for (var meeting = 0; meeting < 20; meeting++)
            one.hear(opened("v" + meeting, "m" + meeting));
        one.rolled("m1");
        assertThat(one.byMeeting.all()).hasSize(20);
        one.hear(ballot("v7", 2));
        one.rolled("m7");
        var before = returned.get();
        assertThat(one.byMeeting.all()).containsEntry("m7", new Totals(1, 1)).hasSize(20);
        assertThat(returned.get() - before).as("twenty keys and one of them whole").isEqualTo(21);
    }

    @Test
    void aPollIsOneComputationOfEachKeyAndWithoutChangesThereIsNone() {
        var poll = new ArrayList<LogRecord>();
        for (var vote = 0; vote < 50; vote++) poll.add(opened("v" + vote, "m1"));
        one.feeds.take(poll);
        for (var vote = 0; vote < 50; vote++) one.hear(ballot("v" + vote, 2));
        assertThat(one.rolled("m1")).isEqualTo(new Totals(50, 50));
        assertThat(one.rolled("m1")).isEqualTo(new Totals(50, 50));
        assertThat(foldedOf).containsExactly(50);
    }

    @Test
    void aBusyKeyIsComputedFromWhatChanged() {
        var poll = new ArrayList<LogRecord>();
        for (var vote = 0; vote < 500; vote++) poll.add(opened("v" + vote, "m1"));
        one.feeds.take(poll);
        // longer ago than anything may be late
        one.ballots.current().updateMany(new Document(), Updates.inc("changed", -600_000L));
        one.ballots.current().updateOne(eq("v0"), Updates.inc("changed", 1_000L));
        assertThat(one.rolled("m1")).isEqualTo(new Totals(500, 0));
        one.hear(ballot("v7", 2));
        var before = returned.get();
        assertThat(one.rolled("m1")).isEqualTo(new Totals(500, 1));
        assertThat(returned.get() - before).isLessThan(10);
    }

    @Test
    void whatLeftAKeyIsGoneFromItInEveryProcess() {
        var two = new Process();
        one.hear(opened("a", "m1"), opened("b", "m1"));
        assertThat(one.rolled("m1").votes()).isEqualTo(2);
        two.hear(cancelled("a", 2));
        assertThat(two.rolled("m1").votes()).isEqualTo(1);
        one.hear(ballot("b", 2));
        assertThat(one.rolled("m1")).isEqualTo(new Totals(1, 1));
    }

    @Test
    void whatAnotherProcessWroteWithASlowClockIsCountedAsWell() {
        one.hear(opened("a", "m1"));
        assertThat(one.rolled("m1").votes()).isEqualTo(1);
        var two = new Process();
        two.hear(opened("b", "m1"));
        one.ballots.current().updateOne(eq("b"), Updates.inc("changed", -15_000L));
        assertThat(one.rolled("m1").votes()).isEqualTo(2);
    }

    @Test
    void aCrashAfterTheDocumentsWereWrittenCostsASecondComputation() {
        one.hear(opened("a", "m1"));
        one.rolled("m1");
        var marks = new Marks(database.getCollection("ballots+by-meeting+marks"));
        marks.before(Set.of("m1"), Set.of());
        one.ballots
                .current()
                .updateOne(
                        eq("a"),
                        Updates.combine(
                                Updates.set("state.cast", 5),
                                Updates.inc("changed", 1L),
                                Updates.inc("revision", 1L)));
        // and nobody comes to say that it was written
        assertThat(one.rolled("m1").cast()).isZero();
        assertThat(one.ballots.uncounted()).isEqualTo(1);
        assertThat(one.ballots.uncountedFor()).isZero();
        database.getCollection("ballots+by-meeting+marks")
                .updateMany(new Document(), Updates.inc("due", -Marks.ABANDONED.toMillis() - 1));
        assertThat(one.ballots.uncountedFor()).isPositive();
        assertThat(new Process().rolled("m1").cast()).isEqualTo(5);
        assertThat(marks.due().keys()).isEmpty();
        assertThat(one.ballots.uncounted()).isZero();
    }

    @Test
    void ofTwoProcessesThatComputeAtOnceTheSlowerBeginsAgain() {
        one.hear(opened("a", "m1"));
        one.rolled("m1");
        one.hear(opened("b", "m1"));
        var two = new Process();
        one.meanwhile =
                () -> {
                    two.hear(ballot("a", 2));
                    assertThat(two.rolled("m1")).isEqualTo(new Totals(2, 1));
                };
        assertThat(one.rolled("m1")).as("not what it had read").isEqualTo(new Totals(2, 1));
        assertThat(two.rolled("m1")).isEqualTo(new Totals(2, 1));
        assertThat(foldedOf).as("once more than there were changes").hasSize(4);
    }

    @Test
    void ofTwoProcessesThatComputeAKeyForTheFirstTimeOneBeginsAgain() {
        var two = new Process();
        one.hear(opened("a", "m1"));
        one.meanwhile =
                () -> {
                    two.hear(ballot("a", 2));
                    two.rolled("m1");
                };
        assertThat(one.rolled("m1")).isEqualTo(new Totals(1, 1));
    }

    @Test
    void aMarkOfAnOlderProgramIsFollowedAsWell() {
        one.hear(opened("a", "m1"));
        var marks = database.getCollection("ballots+by-meeting+marks");
        marks.deleteMany(new Document());
        marks.insertOne(
                new Document("_id", "write/m1")
                        .append("write", "write")
                        .append("key", "m1")
                        .append("moved", true)
                        .append("due", 1L));
        assertThat(one.rolled("m1").votes()).isEqualTo(1);
        assertThat(marks.countDocuments()).isZero();
    }

    @Test
    void aMarkThatComesWhileItIsComputedStays() {
        one.hear(opened("a", "m1"));
        var marks = new Marks(database.getCollection("ballots+by-meeting+marks"));
        var known = marks.due();
        one.hear(ballot("a", 2));
        marks.remove(known);
        assertThat(marks.due().keys()).containsOnlyKeys("m1");
    }

    @Test
    void aRebuildComputesEachKeyOnceAndComesToTheSame() {
        var poll =
                List.of(
                        opened("a", "m1"),
                        ballot("a", 2),
                        opened("b", "m1"),
                        opened("c", "m2"),
                        cancelled("b", 2));
        poll.forEach(one::hear);
        one.byMeeting.rollMarked();
        var live = one.byMeeting.all();
        foldedOf.clear();

        var beside = one.ballots.beside("ballots~me~1", Feed.Use.REBUILD);
        beside.take(facts(poll));
        poll.forEach(each -> beside.take(facts(List.of(each, each))));
        beside.rollWritten();
        assertThat(foldedOf).hasSize(2);
        assertThat(beside.same(one.byMeeting).all()).isEqualTo(live);
        assertThat(database.listCollectionNames().into(new ArrayList<>()))
                .as("a collection that nobody reads yet needs no marks")
                .doesNotContain("ballots~me~1+by-meeting+marks");
    }

    @Test
    void rollupsChangeWithTheirFeedAndTheOldOnesGo() {
        try (var teller = new TellingProcess(name)) {
            teller.started();
            teller.boxes.create("a", _ -> Box.open("a"));
            teller.boxes.decide("a", box -> box.cast("ada"));
            await().until(teller::allTold);
            var replays =
                    new Replays(
                            TellingProcess.kafka(),
                            database,
                            one.feeds,
                            one.deadLetters,
                            new Topics(Teller.SESSION, teller.topic, List.of()),
                            teller.tellers.me(),
                            Set::of);
            replays.rebuild(List.of(one.ballots));
            var first = one.byMeeting.all();
            assertThat(first).hasSize(1);
            replays.rebuild(List.of(one.ballots));
            assertThat(one.byMeeting.all()).isEqualTo(first);
            try (var snapshot = replays.upTo(replays.ends(), List.of(one.ballots), "t")) {
                assertThat(snapshot.of(one.ballots, one.byMeeting).all()).isEqualTo(first);
            }
            assertThat(database.listCollectionNames().into(new ArrayList<>()))
                    .filteredOn(each -> each.contains("+") && !each.endsWith("+marks"))
                    .containsExactly(one.ballots.collectionName() + "+by-meeting");
        }
    }

    @Test
    void withNobodyAskingItStandsSoon() {
        var rollups = new Rollups(one.feeds);
        rollups.start();
        try {
            one.hear(opened("a", "m1"));
            await().until(() -> one.byMeeting.of("m1").votes() == 1);
        } finally {
            rollups.stop();
        }
    }

    @Test
    void fullPollsAreThoseOfAServiceThatCatchesUp() {
        one.hear(opened("a", "m1"));
        assertThat(one.feeds.isCatchingUp()).isFalse();
        var poll = new ArrayList<LogRecord>();
        for (var vote = 0; vote < 200; vote++) poll.add(opened("v" + vote, "m1"));
        one.feeds.take(poll);
        assertThat(one.feeds.isCatchingUp()).isTrue();
        await().until(() -> !one.feeds.isCatchingUp());
    }

    private static List<FactRecord> facts(List<LogRecord> poll) {
        return poll.stream().map(it -> new FactRecord(it, Envelope.of(it.headers()))).toList();
    }

    private LogRecord opened(String vote, String meeting) {
        return record(
                vote,
                1,
                new VoteOpened(
                        "vollversammlung", meeting, "top-1", Subject.PROCEDURE, Mode.OPEN, 20));
    }

    private LogRecord ballot(String vote, long sequence) {
        return record(vote, sequence, new BallotCast());
    }

    private LogRecord cancelled(String vote, long sequence) {
        return record(vote, sequence, new VoteCancelled(LocalDate.of(2024, 3, 5)));
    }

    private LogRecord record(String vote, long sequence, Fact fact) {
        var envelope =
                new Envelope(
                        vote + "-" + sequence,
                        "/dortmund/session",
                        FactType.of(fact.getClass()),
                        vote,
                        Instant.parse("2024-03-05T10:00:00Z"),
                        sequence,
                        null);
        return new LogRecord(
                "stadtforum.session",
                0,
                offset++,
                vote,
                envelope.toHeaders(),
                FactMapper.create().writeValueAsString(fact).getBytes(StandardCharsets.UTF_8));
    }
}
