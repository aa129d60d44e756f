package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.Broker;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.operation.FactsHealth;
import de.stadtforum.messaging.operation.Fault;
import de.stadtforum.messaging.operation.Faults;
import de.stadtforum.messaging.replay.Rebuild;
import de.stadtforum.messaging.replay.Rebuilds;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/// Health says what is wrong, by name; and what is right raises no alarm.
class FaultTests {
    private final TellingProcess teller = new TellingProcess("faults-" + UUID.randomUUID());
    private final MongoClient client = TellingProcess.client();
    private final MongoDatabase database =
            client.getDatabase(TestPlatform.own("faults-" + UUID.randomUUID()));
    private final DeadLetters deadLetters = new DeadLetters(database);
    private final Feeds feeds =
            new Feeds(
                    database,
                    deadLetters,
                    FactMapper.create(),
                    Teller.SESSION,
                    TellingProcess.SOURCES,
                    new PlatformClock(null),
                    Meters.unseen(),
                    Spans.NONE);
    private long offset;

    FaultTests() {
        feeds.of(VotingFact.class).into("turnout", Turnout.NONE, Turnout::after);
    }

    @AfterEach
    void close() {
        teller.close();
        client.close();
    }

    private Faults faults(Broker broker) {
        return new Faults(broker, teller.relay, teller.guard, feeds, deadLetters, List.of());
    }

    private LogRecord heard(long sequence, String type, String id, String json) {
        var headers =
                new Envelope(id, "/dortmund/session", type, "a", Instant.now(), sequence, null)
                        .toHeaders();
        return new LogRecord(
                "stadtforum.session",
                0,
                offset++,
                "a",
                headers,
                json.getBytes(StandardCharsets.UTF_8));
    }

    private LogRecord ballot(long sequence) {
        return heard(sequence, FactType.of(BallotCast.class), "fact-" + sequence, "{}");
    }

    @Test
    void nothingIsWrongWhenAllIsTold() {
        teller.started();
        teller.boxes.create("a", _ -> Box.open("a"));
        await().until(teller::allTold);
        feeds.take(List.of(ballot(1)));
        assertThat(faults(teller.broker).found()).isEmpty();
        assertThat(new FactsHealth(faults(teller.broker)).health())
                .satisfies(health -> assertThat(health.getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void saysThatTheBrokerIsAway() {
        try (var nobody = new Broker(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
            assertThat(faults(nobody).found()).containsExactly(new Fault.BrokerAway());
        }
    }

    @Test
    void namesTheGap() {
        feeds.take(List.of(ballot(1), ballot(4)));
        assertThat(faults(teller.broker).found())
                .containsExactly(new Fault.Stopped("turnout", "a", 2, DeadLetter.Cause.GAP));
        assertThat(new FactsHealth(faults(teller.broker)).health().getDetails())
                .containsEntry("gap", List.of("feed turnout stops at a 2: GAP"));
    }

    @Test
    void namesTheFactThatCannotBeRead() {
        feeds.take(
                List.of(
                        ballot(1),
                        heard(2, FactType.of(VoteOpened.class), "f-2", "{not json"),
                        ballot(3)));
        assertThat(faults(teller.broker).found())
                .containsExactly(new Fault.Stopped("turnout", "a", 2, DeadLetter.Cause.UNREADABLE));
    }

    @Test
    void namesTheDivergence() {
        feeds.take(List.of(ballot(1), ballot(2)));
        feeds.take(List.of(heard(2, FactType.of(BallotCast.class), "another", "{}")));
        assertThat(faults(teller.broker).found())
                .containsExactly(new Fault.Diverged("turnout", "a", 2));
    }

    @Test
    void saysThatAPollFailsUntilItIsTaken() {
        var away = new AtomicBoolean(true);
        feeds.of(VotingFact.class)
                .into(
                        "unlucky",
                        Turnout.NONE,
                        (before, fact) -> {
                            if (away.get()) throw new MongoTimeoutException("away");
                            return before.after(fact);
                        });
        assertThatThrownBy(() -> feeds.take(List.of(ballot(1))))
                .isInstanceOf(MongoTimeoutException.class);
        assertThat(faults(teller.broker).found())
                .singleElement()
                .satisfies(fault ->
                        assertThat(((Fault.PollFails) fault).why())
                                .isEqualTo("MongoTimeoutException"));
        away.set(false);
        offset = 0;
        feeds.take(List.of(ballot(1)));
        assertThat(faults(teller.broker).found()).isEmpty();
    }

    @Test
    void saysThatFactsWaitLongerThanAMinute() {
        teller.boxes.create("a", _ -> Box.open("a"));
        assertThat(faults(teller.broker).found()).isEmpty();
        var since = System.currentTimeMillis() - Duration.ofSeconds(90).toMillis();
        teller.documents()
                .updateOne(
                        new Document("_id", "a"),
                        new Document("$set", new Document("pendingSince", since)));
        assertThat(faults(teller.broker).found())
                .singleElement()
                .satisfies(fault -> {
                    var wait = (Fault.FactsWait) fault;
                    assertThat(wait.aggregates()).isEqualTo(1);
                    assertThat(wait.oldest())
                            .isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
                });
    }

    @Test
    void everyFeedSaysHowFarItIsBehindItsOwnTopics() {
        teller.started();
        teller.boxes.create("a", _ -> Box.open("a"));
        teller.boxes.decide("a", box -> box.cast("ada"));
        await().until(teller::allTold);
        var operations = teller.operations(database, feeds, deadLetters);
        assertThat(operations.overview().feeds())
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.name()).isEqualTo("turnout");
                    assertThat(state.topics()).containsExactly(teller.topic);
                    assertThat(state.behind()).isEqualTo(2);
                });
        assertThat(operations.overview().oldestWaiting()).isZero();
    }

    @Test
    void aRebuildThatFailsSaysSoAndOneThatFellSilentIsBrokenOff() {
        Map<String, Object> nobody =
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:1",
                        "request.timeout.ms",
                        500,
                        "default.api.timeout.ms",
                        1_000);
        var topics = new Topics(Teller.SESSION, teller.topic, List.of());
        var rebuilds =
                new Rebuilds(
                        database,
                        new Replays(nobody, database, feeds, deadLetters, topics, "me", Set::of));
        rebuilds.start(feeds.named("turnout"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rebuild(rebuilds).state() == Rebuild.State.FAILED);
        assertThat(rebuild(rebuilds).failure()).isNotBlank();

        var silent = System.currentTimeMillis() - Rebuilds.SILENCE.toMillis() - 1_000;
        database.getCollection("rebuilds")
                .updateOne(
                        new Document("_id", "turnout"),
                        new Document(
                                "$set", new Document("state", "RUNNING").append("seen", silent)));
        assertThat(rebuild(rebuilds).state()).isEqualTo(Rebuild.State.BROKEN_OFF);
    }

    private static Rebuild rebuild(Rebuilds rebuilds) {
        return rebuilds.of("turnout").orElseThrow();
    }
}
