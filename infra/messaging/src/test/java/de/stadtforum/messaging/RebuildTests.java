package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.DeadLetters.Drop;
import de.stadtforum.messaging.feeds.DroppedFact;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.FoldNotKept;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.log.LogReader;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.replay.Rebuilds;
import de.stadtforum.messaging.replay.ReplayPoint;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.messaging.replay.StaleFeeds;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a rebuild must not lose: reactions that were never made, what another process goes on to hear, and nothing that was to be forgotten.
class RebuildTests {
    private final String name = "rebuild-" + UUID.randomUUID();
    private final TellingProcess teller = new TellingProcess(name).started();
    private final MongoClient client = TellingProcess.client();
    private final MongoDatabase database = client.getDatabase(TestPlatform.own(name + "-listener"));
    private final DeadLetters deadLetters = new DeadLetters(database);
    private final List<Long> reactedTo = new CopyOnWriteArrayList<>();
    private volatile long refuses;

    @BeforeEach
    void somethingIsTold() {
        teller.boxes.create("a", _ -> Box.open("a"));
        teller.boxes.decide("a", box -> box.cast("ada"));
        await().until(teller::allTold);
    }

    @AfterEach
    void close() {
        teller.close();
        client.close();
    }

    /// One process of the listening service.
    private final class Process {
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
        final Feed<Turnout> turnout =
                feeds.of(VotingFact.class)
                        .react(
                                "turnout",
                                Turnout.NONE,
                                Turnout::after,
                                cue -> {
                                    reactedTo.add(cue.sequence());
                                    return refuses == cue.sequence()
                                            ? Decision.refused(Box.Refusal.NO_NAME)
                                            : Decision.unchanged();
                                });
        final Replays replays =
                new Replays(
                        TellingProcess.kafka(),
                        database,
                        feeds,
                        deadLetters,
                        new Topics(Teller.SESSION, teller.topic, List.of()),
                        teller.tellers.me(),
                        () -> Set.of("the other process"));

        void hear(long from) {
            feeds.take(
                    Log.of(teller, "a").stream()
                            .filter(heard ->
                                    de.stadtforum.contracts.Envelope.of(heard.headers()).sequence()
                                            >= from)
                            .toList());
        }
    }

    @Test
    void whatWasToldWhileTheServiceWasDownIsReactedToThoughTheRebuildComesFirst() {
        var process = new Process();
        process.replays.rebuild(process.feeds.toRebuild());
        process.hear(1); // the live feed comes later and finds only duplicates

        assertThat(reactedTo).contains(1L, 2L);
        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 2, false, new Turnout(20, 1)));
    }

    @Test
    void aReplayNeverReacts() {
        var process = new Process();
        try (var snapshot =
                process.replays.upTo(process.replays.ends(), List.of(process.turnout), "t")) {
            assertThat(snapshot.of(process.turnout).find("a")).contains(new Turnout(20, 1));
        }
        assertThat(reactedTo).isEmpty();
    }

    @Test
    void anotherProcessFollowsTheSwitchAndTheOldCopyIsGone() {
        var one = new Process();
        var two = new Process();
        one.hear(1);
        var old = one.turnout.collectionName();

        one.replays.rebuild(List.of(one.turnout));
        teller.boxes.decide("a", box -> box.cast("bob"));
        await().until(teller::allTold);
        two.hear(3);

        assertThat(one.turnout.find("a")).contains(new Turnout(20, 2));
        assertThat(two.turnout.find("a")).contains(new Turnout(20, 2));
        assertThat(database.listCollectionNames().into(new ArrayList<>())).doesNotContain(old);
    }

    @Test
    void twoProcessesThatRebuildAtOnceEndWithOneCompleteCopy() throws Exception {
        var one = new Process();
        var two = new Process();
        AggregateStoreTests.atOnce(List.of(() -> rebuilt(one), () -> rebuilt(two)));

        await().until(() -> one.turnout.find("a").isPresent() && two.turnout.find("a").isPresent());
        assertThat(one.turnout.known("a"))
                .isEqualTo(two.turnout.known("a"))
                .contains(new Known<>("a", 2, false, new Turnout(20, 1)));
        assertThat(database.listCollectionNames().into(new ArrayList<>()))
                .filteredOn(each -> each.startsWith("turnout"))
                .hasSize(1);
    }

    private static boolean rebuilt(Process process) {
        process.replays.rebuild(List.of(process.turnout));
        return true;
    }

    @Test
    void aRebuildDoesNotReactToWhatTheRunningOneHasReactedTo() {
        var process = new Process();
        process.replays.rebuild(process.feeds.toRebuild());
        process.hear(1);
        reactedTo.clear();
        refuses = 1; // what was possible once need not be possible again

        process.replays.rebuild(List.of(process.turnout));
        assertThat(reactedTo).isEmpty();
        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 2, false, new Turnout(20, 1)));
    }

    @Test
    void whatARebuildCannotTakeBecomesTheFeedsWithTheExchangeAndNotBefore() {
        var process = new Process();
        refuses = 2;
        process.replays.rebuild(process.feeds.toRebuild());
        assertThat(process.turnout.known("a"))
                .contains(new Known<>("a", 1, true, new Turnout(20, 0)));
        assertThat(deadLetters.feeds()).containsExactly("turnout");
        assertThat(deadLetters.all(List.of("turnout")))
                .singleElement()
                .satisfies(
                        letter -> assertThat(letter.cause()).isEqualTo(DeadLetter.Cause.REFUSED));

        refuses = 0;
        process.replays.rebuild(List.of(process.turnout));
        assertThat(deadLetters.all(List.of("turnout"))).isEmpty();
        assertThat(process.turnout.known("a")).map(Known::sequence).contains(2L);
    }

    @Test
    void aReplayKeepsNoDeadLetters() {
        refuses = 2;
        var process = new Process();
        try (var snapshot =
                process.replays.upTo(process.replays.ends(), List.of(process.turnout), "t")) {
            assertThat(snapshot.of(process.turnout).find("a")).contains(new Turnout(20, 1));
        }
        assertThat(deadLetters.all(List.of("turnout"))).isEmpty();
        assertThat(database.listCollectionNames().into(new ArrayList<>()))
                .noneMatch(each -> each.startsWith("replay"));
    }

    /// What an operator drops afterwards changes nothing of what was known before.
    @Test
    void aReplayObeysTheDropsOfItsDayAndNotThoseOfToday() {
        var process = new Process();
        var before = process.replays.now(List.of(process.turnout));
        deadLetters.drop("turnout", "a", 2, Drop.FACT, "in the test", Author.SERVICE, "2026-11-27");
        var after = process.replays.now(List.of(process.turnout));

        assertThat(before.drops()).isEmpty();
        assertThat(replayed(process, before)).isEqualTo(new Turnout(20, 1));
        assertThat(after.drops()).containsExactly(new DroppedFact("turnout", "a", 2));
        assertThat(replayed(process, after)).isEqualTo(new Turnout(20, 0));
        assertThat(replayed(process, ReplayPoint.upTo(before.ends())))
                .as("where nobody noted them, today's count")
                .isEqualTo(new Turnout(20, 0));
    }

    private static Turnout replayed(Process process, ReplayPoint point) {
        try (var snapshot =
                process.replays.upTo(
                        point, List.of(process.turnout), "t", LogReader.Progress.UNSEEN)) {
            return snapshot.of(process.turnout).find("a").orElseThrow();
        }
    }

    @Test
    void aReplayWithAFoldThatIsNotKeptSaysWhichAndLeavesNothing() {
        var process = new Process();
        var point =
                new ReplayPoint(
                        process.replays.ends(), new TreeMap<>(Map.of("turnout", 7)), List.of());
        assertThatThrownBy(() -> replayed(process, point))
                .isInstanceOfSatisfying(
                        FoldNotKept.class,
                        gone -> {
                            assertThat(gone.feed()).isEqualTo("turnout");
                            assertThat(gone.version()).isEqualTo(7);
                        });
        assertNothingIsLeft();
    }

    @Test
    void aReplayThatIsBrokenOffLeavesNothing() {
        var process = new Process();
        assertThatThrownBy(() ->
                        process.replays.upTo(
                                process.replays.now(List.of(process.turnout)),
                                List.of(process.turnout),
                                "t",
                                (_, _) -> {
                                    throw new IllegalStateException("broken off");
                                }))
                .hasMessage("broken off");
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(database.listCollectionNames().into(new ArrayList<>()))
                .noneMatch(each -> each.startsWith("replay"));
        assertThat(database.getCollection("building").countDocuments()).isZero();
    }

    /// Whoever is taken for dead in the middle of it must not take an empty copy for what was known.
    @Test
    void aReplayThatAnotherInstanceRemovedIsNoneAnyMore() {
        var process = new Process();
        try (var snapshot =
                process.replays.upTo(process.replays.ends(), List.of(process.turnout), "t")) {
            snapshot.requireStillThere();
            new Process().replays.removeLeftReplays();
            assertThatThrownBy(snapshot::requireStillThere).isInstanceOf(BrokerUnavailable.class);
        }
        assertNothingIsLeft();
    }

    @Test
    void anExchangeThatWasBrokenOffIsMadeAgainAtTheNextStart() {
        var process = new Process();
        process.replays.rebuild(process.feeds.toRebuild());
        var live = process.turnout.collectionName();
        process.feeds.registered(process.turnout, live, "turnout~old");
        database.getCollection("turnout~old").insertOne(new Document("name", "Ada"));

        assertThat(process.feeds.toRebuild()).hasSize(1);
        process.replays.rebuild(process.feeds.toRebuild());
        assertThat(process.feeds.toRebuild()).isEmpty();
        assertThat(process.turnout.collectionName()).isNotEqualTo(live);
        assertThat(database.listCollectionNames().into(new ArrayList<>()))
                .doesNotContain("turnout~old", live);
    }

    /// What one process remembers of the register decides nothing about what another has exchanged meanwhile.
    @Test
    void whatAnotherProcessExchangedJustNowIsSeenBeforeAnythingIsRemoved() {
        var one = new Process();
        var two = new Process();
        one.replays.rebuild(one.feeds.toRebuild());
        assertThat(two.feeds.collectionOf("turnout")).isEqualTo(one.turnout.collectionName());
        one.feeds.registered(one.turnout, "turnout~dead~2", null);
        assertThat(two.feeds.collections()).containsExactly("turnout~dead~2");
        assertThat(two.feeds.collectionNow("turnout")).isEqualTo("turnout~dead~2");
    }

    @Test
    void anExchangeThatAnotherInstanceBrokeOffIsMadeAgainWithoutARestart() {
        var process = new Process();
        process.replays.rebuild(process.feeds.toRebuild());
        var living =
                new StaleFeeds(
                        process.feeds,
                        new Rebuilds(database, process.replays),
                        process.replays,
                        Set::of,
                        Duration.ZERO,
                        Duration.ofMillis(200));
        living.start();
        var live = process.turnout.collectionName();
        process.feeds.registered(process.turnout, live, "turnout~old");
        await().atMost(Duration.ofSeconds(20)).until(() -> process.feeds.toRebuild().isEmpty());
        living.stop();
        assertThat(process.feeds.collectionOf("turnout")).isNotEqualTo(live);
    }

    @Test
    void whatADeadInstanceWasRebuildingIsRemovedAtStartAndWhatALivingOneBuildsStays() {
        var process = new Process();
        process.replays.rebuild(process.feeds.toRebuild());
        var live = process.turnout.collectionName();
        for (var each :
                List.of(
                        "turnout~dead~1",
                        "turnout~alive~1",
                        "replay-r-turnout~dead~1",
                        "replay-r-turnout",
                        "boxes"))
            database.getCollection(each).insertOne(new Document("name", "Ada"));

        var leftovers =
                new StaleFeeds(
                        process.feeds,
                        new Rebuilds(database, process.replays),
                        process.replays,
                        () -> Set.of("alive"),
                        Duration.ZERO,
                        Rebuilds.SILENCE);
        leftovers.start();
        await().untilAsserted(() ->
                assertThat(database.listCollectionNames().into(new ArrayList<>()))
                        .contains(live, "turnout~alive~1", "boxes")
                        .doesNotContain(
                                "turnout~dead~1", "replay-r-turnout~dead~1", "replay-r-turnout"));
        leftovers.stop();
    }

    @Test
    void anOperatorDropsOnlySoManyFactsAtOnce() {
        var process = new Process();
        var operations = teller.operations(database, process.feeds, deadLetters);
        assertThatThrownBy(() -> operations.drop("turnout", "a", 5_000, "lost in the test"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(deadLetters.droppedOf("turnout")).isEmpty();
    }
}
