package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.messaging.operation.FeedOperations;
import de.stadtforum.messaging.replay.Rebuild;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/// A whole service on the real broker and the real database, through outages of both.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceTests {
    /// Past every time-out of the drivers; with `infra/verify --long` as long as an operator needs to restart a part by hand.
    private static final Duration OUTAGE =
            Duration.ofSeconds(Integer.getInteger("stadtforum.test.outage", 10));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final String name = "service-" + UUID.randomUUID();
    private ConfigurableApplicationContext context;
    private AggregateStore<Box> boxes;
    private Feed<Turnout> turnout;

    @BeforeAll
    void start() {
        context = run();
        boxes = boxes(context);
        turnout = turnout(context);
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(ListeningService.class)
                .web(org.springframework.boot.WebApplicationType.NONE)
                .run(
                        "--stadtforum.service=session",
                        "--stadtforum.operator=dortmund",
                        "--stadtforum.topic=stadtforum." + name,
                        "--stadtforum.database=" + TestPlatform.own(name),
                        "--stadtforum.sweep=200ms",
                        "--stadtforum.kafka.bootstrap-servers=" + TestPlatform.bootstrapServers(),
                        "--spring.mongodb.uri=" + TestPlatform.mongodbUri(),
                        "--spring.cloud.stream.bindings.facts-in-0.group=" + name);
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<Box> boxes(ConfigurableApplicationContext context) {
        return (AggregateStore<Box>) context.getBean("boxes");
    }

    @SuppressWarnings("unchecked")
    private static Feed<Turnout> turnout(ConfigurableApplicationContext context) {
        return (Feed<Turnout>) context.getBean("turnout");
    }

    @AfterAll
    void stop() {
        SpringApplication.exit(context);
    }

    @Test
    void aCommandBecomesVisibleThroughTheLog() {
        boxes.create("plain", _ -> Box.open("plain"));
        boxes.decide("plain", box -> box.cast("ada"));
        await().atMost(PATIENCE)
                .until(() ->
                        turnout.find("plain").equals(java.util.Optional.of(new Turnout(20, 1))));
    }

    @Test
    void withTheBrokerAwayCommandsAreTakenAndToldLater() {
        boxes.create("broker-away", _ -> Box.open("broker-away"));
        TestPlatform.broker().kill();
        var accepted = castDuring("broker-away", OUTAGE);
        var health = health();
        var behind = context.getBean(FeedOperations.class).overview().behind();
        TestPlatform.broker().start();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("broker", List.of("away"));
        assertThat(behind).isNull();

        assertThat(accepted).isPositive();
        await().atMost(PATIENCE)
                .until(() -> turnout.find("broker-away").map(Turnout::cast).orElse(0) == accepted);
    }

    @Test
    void withTheDatabaseAwayInTheMiddleOfAFeedNothingIsLostOrCountedTwice() throws Exception {
        var ids = IntStream.range(0, 40).mapToObj(i -> "db-away-" + i).toList();
        ids.forEach(id -> boxes.create(id, _ -> Box.open(id)));
        var accepted = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id ->
                    threads.submit(() ->
                            IntStream.range(0, 50)
                                    .forEach(i -> {
                                        if (boxes.decide(id, box -> box.cast("voter-" + i))
                                                instanceof Decision.Changed)
                                            accepted.incrementAndGet();
                                    })));
            await().atMost(PATIENCE).until(() -> accepted.get() > 300);
            TestPlatform.store().kill();
            await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(5)).until(() -> true);
            TestPlatform.store().start();
        }
        assertThat(accepted.get()).isGreaterThan(300);
        // what was acknowledged is there; what was answered as busy may be there too, but the feed
        // must agree with the documents
        await().atMost(PATIENCE).until(() -> cast(ids) == voters(ids));
        assertThat(voters(ids)).isGreaterThanOrEqualTo(accepted.get());
    }

    @Test
    void aRebuiltFeedSaysTheSameAndIsSwitchedOver() {
        boxes.create("rebuilt", _ -> Box.open("rebuilt"));
        IntStream.range(0, 25).forEach(i -> boxes.decide("rebuilt", box -> box.cast("voter-" + i)));
        await().atMost(PATIENCE)
                .until(() -> turnout.find("rebuilt").map(Turnout::cast).orElse(0) == 25);
        var before = turnout.known("rebuilt");
        var collection = turnout.collectionName();

        rebuild();

        assertThat(turnout.collectionName()).isNotEqualTo(collection);
        assertThat(turnout.known("rebuilt")).isEqualTo(before);
        boxes.decide("rebuilt", box -> box.cast("late"));
        await().atMost(PATIENCE)
                .until(() -> turnout.find("rebuilt").map(Turnout::cast).orElse(0) == 26);
    }

    /// As an operator does: it goes on in the background and says how far it has come.
    private void rebuild() {
        var operations = context.getBean(FeedOperations.class);
        operations.rebuild("turnout");
        operations.rebuild("turnout"); // pressed twice, made once
        await().atMost(PATIENCE).until(() -> rebuilding(operations).state() == Rebuild.State.DONE);
        assertThat(rebuilding(operations).percent()).isEqualTo(100);
    }

    private static Rebuild rebuilding(FeedOperations operations) {
        return java.util.Objects.requireNonNull(operations.overview().feeds().getFirst().rebuild());
    }

    @Test
    void whatAnOperatorDroppedStaysDroppedWhenTheFeedIsRebuilt() throws Exception {
        var opened =
                new VoteOpened(
                        "vollversammlung", "vv-1", "top-1", Subject.PROCEDURE, Mode.OPEN, 20);
        send(
                "dropped",
                1,
                FactType.of(VoteOpened.class),
                FactMapper.create().writeValueAsString(opened));
        send("dropped", 2, FactType.of(VoteOpened.class), "{not json");
        send("dropped", 3, FactType.of(BallotCast.class), "{}");
        await().atMost(PATIENCE)
                .until(() -> turnout.known("dropped").map(Known::stopped).orElse(false));
        var operations = context.getBean(FeedOperations.class);

        operations.drop("turnout", "dropped", 2, "lost in the test");
        assertThat(turnout.known("dropped"))
                .contains(new Known<>("dropped", 3, false, new Turnout(20, 1)));

        rebuild();
        assertThat(turnout.known("dropped"))
                .contains(new Known<>("dropped", 3, false, new Turnout(20, 1)));
        assertThat(operations.deadLetters())
                .noneMatch(letter -> letter.aggregate().equals("dropped"));
    }

    private void send(String aggregate, long sequence, String type, String json) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        TellingProcess.kafka(),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var message =
                    new ProducerRecord<>(
                            "stadtforum." + name, aggregate, json.getBytes(StandardCharsets.UTF_8));
            new Envelope(
                            aggregate + "-" + sequence,
                            "/dortmund/session",
                            type,
                            aggregate,
                            Instant.now(),
                            sequence,
                            null)
                    .toHeaders()
                    .forEach((header, value) ->
                            message.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get();
        }
    }

    @Test
    void aReplayStopsAtTheRecordedEnds() {
        boxes.create("replayed", _ -> Box.open("replayed"));
        boxes.decide("replayed", box -> box.cast("ada"));
        await().atMost(PATIENCE)
                .until(() -> turnout.find("replayed").map(Turnout::cast).orElse(0) == 1);
        var replays = context.getBean(Replays.class);
        var ends = replays.ends();
        boxes.decide("replayed", box -> box.cast("bob"));
        await().atMost(PATIENCE)
                .until(() -> turnout.find("replayed").map(Turnout::cast).orElse(0) == 2);

        try (var snapshot = replays.upTo(ends, List.of(turnout), "test")) {
            assertThat(snapshot.of(turnout).find("replayed")).contains(new Turnout(20, 1));
        }
    }

    @Test
    void theOperatorSeesWhenAllIsToldAndHeard() {
        var operations = context.getBean(FeedOperations.class);
        boxes.create("settled", _ -> Box.open("settled"));
        await().atMost(PATIENCE).until(() -> operations.waiting() == 0 && operations.behind() == 0);
        assertThat(turnout.find("settled")).contains(new Turnout(20, 0));
    }

    @Test
    void healthIsUpWhenAllIsTold() {
        await().atMost(PATIENCE).until(() -> health().getStatus().equals(Status.UP));
    }

    private Health health() {
        return java.util.Objects.requireNonNull(
                ((HealthIndicator) context.getBean("factsHealthIndicator")).health());
    }

    private int castDuring(String id, Duration time) {
        var accepted = new AtomicInteger();
        var until = System.nanoTime() + time.toNanos();
        await().pollInterval(Duration.ofMillis(50))
                .atMost(time.plusSeconds(20))
                .until(() -> {
                    var voter = "voter-" + accepted.get();
                    if (boxes.decide(id, box -> box.cast(voter)) instanceof Decision.Changed)
                        accepted.incrementAndGet();
                    return System.nanoTime() > until;
                });
        return accepted.get();
    }

    private int cast(List<String> ids) {
        return turnout.findAll(ids).values().stream().mapToInt(Turnout::cast).sum();
    }

    private int voters(List<String> ids) {
        return boxes.findAll(ids).values().stream().mapToInt(box -> box.voters().size()).sum();
    }
}
