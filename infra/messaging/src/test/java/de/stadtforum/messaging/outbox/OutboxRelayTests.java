package de.stadtforum.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.AggregateStoreTests;
import de.stadtforum.messaging.Box;
import de.stadtforum.messaging.Log;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.log.LimitedRetention;
import de.stadtforum.testing.TestPlatform;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class OutboxRelayTests {
    private final String database = "relay-" + UUID.randomUUID();
    private final String id = "box-" + UUID.randomUUID();

    @Test
    void aRelayThatWasStoppedTellsAgainOnceStarted() {
        try (var teller = new TellingProcess("paused-" + UUID.randomUUID())) {
            teller.started();
            teller.relay.stop();
            teller.boxes.create("a", _ -> Box.open("a"));
            assertThat(teller.allTold()).isFalse();

            teller.started();
            await().until(teller::allTold);
        }
    }

    @Test
    void tellsInOrderFilesAndTakesAway() {
        try (var process = new TellingProcess(database).started()) {
            new Author("konto-7", "p-polizei")
                    .act(() -> process.boxes.create(id, _ -> Box.open(id)));
            for (var i = 0; i < 20; i++) {
                var voter = "voter-" + i;
                process.boxes.decide(id, box -> box.cast(voter));
            }
            await().until(process::allTold);
            assertThat(Log.firstSequences(process, id))
                    .isEqualTo(LongStream.rangeClosed(1, 21).boxed().toList());
            assertThat(process.database.getCollection("journal").countDocuments()).isEqualTo(21);
            assertThat(process.database.getCollection("journal").find(new Document("sequence", 1)))
                    .extracting(entry -> entry.getString("account"))
                    .containsExactly("konto-7");
            await().until(() ->
                    process.documents()
                                    .countDocuments(
                                            new Document(
                                                    "pendingSince", new Document("$exists", true)))
                            == 0);
        }
    }

    @Test
    void theActorStaysAtHome() {
        try (var process = new TellingProcess(database).started()) {
            new Author("konto-7", "p-polizei")
                    .act(() -> process.boxes.create(id, _ -> Box.open(id)));
            await().until(process::allTold);
            var heard = Log.of(process, id).getFirst();
            assertThat(heard.headers().values())
                    .noneMatch(value -> value.contains("konto-7") || value.contains("p-polizei"));
            assertThat(new String(heard.value(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("konto-7", "p-polizei");
        }
    }

    @Test
    void theBytesOnTheWireAreStrictCloudEvents() {
        try (var process = new TellingProcess(database).started()) {
            Trace.follow(
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    () -> process.boxes.create(id, _ -> Box.open(id)));
            await().until(process::allTold);
            var headers = Log.of(process, id).getFirst().headers();
            assertThat(headers)
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/dortmund/session")
                    .containsEntry("ce_type", "de.stadtforum.voting.vote-opened")
                    .containsEntry("ce_subject", id)
                    .containsEntry("ce_sequence", "00000000000000000001")
                    .containsEntry(
                            "ce_traceparent",
                            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .containsEntry("content-type", "application/json")
                    .containsKeys("ce_id", "ce_time")
                    .hasSize(9);
        }
    }

    @Test
    void aCrashBetweenSendingAndTakingAwayRepeatsButNeverMisses() {
        try (var crashed = new TellingProcess(database)) {
            crashed.guard.checkAtStart();
            crashed.boxes.create(id, _ -> Box.open(id));
            crashed.boxes.decide(id, box -> box.cast("ada"));
            var told = crashed.sender.send(List.of(outbox(crashed)));
            assertThat(told.getFirst().facts()).hasSize(2);
        }
        try (var again = new TellingProcess(database).started()) {
            await().until(again::allTold); // the sweep finds what the crash left behind
            assertThat(Log.of(again, id)).hasSize(4);
            assertThat(Log.firstSequences(again, id)).containsExactly(1L, 2L);
            assertThat(
                            Log.of(again, id).stream()
                                    .map(heard -> Envelope.of(heard.headers()).id())
                                    .distinct())
                    .hasSize(2);
        }
    }

    private Outbox outbox(TellingProcess process) {
        var outboxes = new Outboxes();
        outboxes.tells(process.documents(), process.topic);
        return outboxes.read(List.of(new Waiting(process.documents(), id))).getFirst();
    }

    @Test
    void twoRelaysAtOnceKeepTheOrder() throws Exception {
        try (var one = new TellingProcess(database).started();
                var two = new TellingProcess(database).started()) {
            one.boxes.create(id, _ -> Box.open(id));
            AggregateStoreTests.atOnce(
                    IntStream.range(0, 400)
                            .<Callable<Decision<Box>>>mapToObj(i ->
                                    () ->
                                            (i % 2 == 0 ? one : two)
                                                    .boxes.decide(
                                                            id, box -> box.cast("voter-" + i)))
                            .toList());
            await().until(one::allTold);
            assertThat(Log.firstSequences(one, id))
                    .isEqualTo(LongStream.rangeClosed(1, 401).boxed().toList());
        }
    }

    @Test
    void aCommandThatRacesTheRelayKeepsItsFact() {
        try (var process = new TellingProcess(database)) {
            process.guard.checkAtStart();
            process.boxes.create(id, _ -> Box.open(id));
            var told = outbox(process);
            process.boxes.decide(
                    id, box -> box.cast("ada")); // between the relay's reading and its taking away
            process.documents().bulkWrite(told.taken(1));

            var document = process.documents().find().first();
            assertThat(document).isNotNull();
            assertThat(document.getList("pending", Document.class))
                    .extracting(fact -> fact.get("sequence"))
                    .containsExactly(2L);
            assertThat(document).containsKey("pendingSince");
        }
    }

    @Test
    void aBackupUnderALogThatIsAheadIsFoundBeforeAnythingIsTold() {
        Document backup;
        try (var process = new TellingProcess(database).started()) {
            process.boxes.create(id, _ -> Box.open(id));
            await().until(process::allTold);
            backup = process.documents().find().first();
            process.boxes.decide(id, box -> box.cast("ada"));
            await().until(process::allTold);
            process.documents().deleteMany(new Document());
            process.documents().insertOne(java.util.Objects.requireNonNull(backup));
        }
        try (var restored = new TellingProcess(database).started()) {
            assertThat(restored.guard.aheadOfDocuments()).contains("VotingFact " + id);
            restored.boxes.decide(id, box -> box.cast("bob"));
            await().during(java.time.Duration.ofMillis(600))
                    .until(() -> Log.of(restored, id).size() == 2);
        }
    }

    @Test
    void aBackupRestoredUnderARunningServiceIsFoundBeforeAnythingIsTold() {
        try (var process = new TellingProcess(database).started()) {
            process.boxes.create(id, _ -> Box.open(id));
            await().until(process::allTold);
            await().until(() -> process.database.getCollection("tellers").countDocuments() == 1);
            var backup = new HashMap<String, List<Document>>();
            for (var name : process.database.listCollectionNames())
                backup.put(
                        name, process.database.getCollection(name).find().into(new ArrayList<>()));
            process.boxes.decide(id, box -> box.cast("ada"));
            await().until(process::allTold);
            var counted = process.database.getCollection("tellers").find().first();
            await().until(() ->
                    !Objects.equals(
                            counted, process.database.getCollection("tellers").find().first()));

            backup.forEach((name, documents) -> {
                var collection = process.database.getCollection(name);
                collection.deleteMany(new Document());
                collection.insertMany(documents);
            });
            process.boxes.decide(id, box -> box.cast("bob"));

            await().until(() -> process.guard.aheadOfDocuments().contains("VotingFact " + id));
            await().during(Duration.ofMillis(600)).until(() -> Log.of(process, id).size() == 2);
        }
    }

    @Test
    void whatADocumentOfSomebodyElsesMakingCannotTellIsParkedAndTheOthersGoOn() {
        try (var process = new TellingProcess(database).started()) {
            process.documents()
                    .insertOne(
                            waiting("odd", 1)
                                    .append("pending", List.of(new Document("sequence", "one"))));
            process.documents()
                    .insertOne(
                            waiting("dumb", 1)
                                    .append(
                                            "pending",
                                            List.of(fact(1, "{}").append("data", null))));
            process.boxes.create(id, _ -> Box.open(id));

            await().until(() -> Log.firstSequences(process, id).equals(List.of(1L)));
            await().until(() ->
                    process.relay
                            .parked()
                            .equals(
                                    Map.of(
                                            "boxes odd",
                                            "Unreadable",
                                            "boxes dumb",
                                            "NullPointerException")));
            assertThat(process.relay.oldestPending()).isZero();
            assertThat(process.relay.broken()).isEmpty();
        }
    }

    @Test
    void aFactThatTheBrokerRefusesParksItsAggregateAndTheOthersGoOn() {
        try (var process = new TellingProcess(database).started()) {
            // decided when the topic still took as much
            var bytes = new byte[3_000_000];
            new Random(1).nextBytes(bytes); // nothing that becomes small on the wire
            var large = new Document("x", Base64.getEncoder().encodeToString(bytes)).toJson();
            process.documents()
                    .insertOne(
                            waiting(id, 3)
                                    .append(
                                            "pending",
                                            List.of(fact(1, "{}"), fact(2, large), fact(3, "{}"))));
            await().until(() ->
                    process.relay
                            .parked()
                            .equals(Map.of("boxes " + id, "RecordTooLargeException")));
            assertThat(Log.firstSequences(process, id)).containsExactly(1L);

            for (var i = 0; i < 5; i++) {
                var other = id + "-" + i;
                process.boxes.create(other, _ -> Box.open(other));
                await().until(() -> Log.firstSequences(process, other).equals(List.of(1L)));
            }
            assertThat(Log.of(process, id)).as("told once, not with every attempt").hasSize(1);

            process.documents()
                    .updateOne(
                            new Document("_id", id).append("pending.sequence", 2L),
                            new Document("$set", new Document("pending.$.data", "{}")));
            await().until(process::allTold);
            assertThat(Log.firstSequences(process, id)).containsExactly(1L, 2L, 3L);
            assertThat(process.relay.parked()).isEmpty();
        }
    }

    @Test
    void theSweepPassesOverThreeHundredThatAreParked() {
        try (var process = new TellingProcess(database)) {
            var parked =
                    new Parked("Unreadable", 9, System.currentTimeMillis() + 600_000).toDocument();
            var documents = new ArrayList<Document>();
            for (var i = 0; i < 300; i++)
                documents.add(
                        waiting("parked-" + i, 1)
                                .append("pending", List.of(fact(1, "{}")))
                                .append("parked", parked));
            documents.add(
                    waiting(id, 1)
                            .append("pending", List.of(fact(1, "{}")))
                            .append("pendingSince", 5_000L));
            process.documents().insertMany(documents);

            process.started();
            await().until(() -> Log.firstSequences(process, id).equals(List.of(1L)));
            assertThat(process.relay.parked()).hasSize(20);
        }
    }

    private static Document waiting(String id, long told) {
        return new Document("_id", id)
                .append("version", told)
                .append("schema", 1)
                .append("state", new Document("id", id).append("voters", List.of()))
                .append("told", told)
                .append("pendingSince", 1L);
    }

    private static Document fact(long sequence, String data) {
        return new PendingFact(
                        sequence,
                        UUID.randomUUID().toString(),
                        FactType.of(VotingFact.BallotCast.class),
                        Instant.now(),
                        Author.SERVICE,
                        null,
                        data)
                .toDocument();
    }

    @Test
    void aRecordOfSomebodyElseOnTheOwnTopicIsNamedAndKeepsNobodyFromStarting() throws Exception {
        try (var first = new TellingProcess(database);
                var stranger =
                        new KafkaProducer<>(
                                TellingProcess.kafka(),
                                new StringSerializer(),
                                new StringSerializer())) {
            first.guard.checkAtStart();
            stranger.send(new ProducerRecord<>(first.topic, "x", "no fact at all")).get();
            var other = new ProducerRecord<>(first.topic, id, "{}");
            new Envelope(
                            "1",
                            "/elsewhere/session",
                            FactType.of(VotingFact.BallotCast.class),
                            id,
                            Instant.now(),
                            7,
                            null)
                    .toHeaders()
                    .forEach((name, value) ->
                            other.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            stranger.send(other).get();
        }
        try (var process = new TellingProcess(database).started()) {
            process.boxes.create(id, _ -> Box.open(id));
            await().until(process::allTold);
            assertThat(process.guard.foreignRecords()).containsOnlyKeys("-", "/elsewhere/session");
        }
    }

    @Test
    void anotherInstanceTellsWhatADeadOneLeftAndNothingThatALivingOneIsAbout() {
        try (var one = new TellingProcess(database);
                var two = new TellingProcess(database)) {
            one.guard.checkAtStart();
            one.tellers.count(() -> {});
            one.boxes.create(id, _ -> Box.open(id)); // leased, and not told: it has not started
            var alive = new AtomicBoolean(true);
            Thread.ofVirtual()
                    .start(() -> {
                        while (alive.get()) {
                            one.tellers.count(() -> {});
                            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                        }
                    });
            two.started();
            await().during(Tellers.SILENCE.plusSeconds(1))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> Log.of(two, id).isEmpty());

            alive.set(false);
            await().atMost(Tellers.SILENCE.plusSeconds(5))
                    .until(() -> Log.firstSequences(two, id).equals(List.of(1L)));
            assertThat(Objects.requireNonNull(two.documents().find().first()).get("teller"))
                    .isEqualTo(two.tellers.me());
        }
    }

    @Test
    void anotherInstanceTellsWhatALivingOneGetsToNoBroker() throws Exception {
        var nowhere = nowhere();
        nowhere.put("max.block.ms", 500);
        try (var cutOff = new TellingProcess(database, TellingProcess.client(), nowhere).started();
                var other = new TellingProcess(database).started()) {
            cutOff.boxes.create(id, _ -> Box.open(id));
            await().atMost(Tellers.IN_VAIN.plusSeconds(10))
                    .until(() -> Log.firstSequences(other, id).equals(List.of(1L)));
            cutOff.boxes.decide(id, box -> box.cast("ada")); // and at once from now on
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> Log.firstSequences(other, id).equals(List.of(1L, 2L)));
        }
    }

    @Test
    void whoHasNothingToTellMakesItsTopicOnceTheBrokerAnswers() throws Exception {
        var wire = nowhere();
        try (var process = new TellingProcess(database, TellingProcess.client(), wire).started();
                var admin = Admin.create(TellingProcess.kafka())) {
            assertThat(admin.listTopics().names().get()).doesNotContain(process.topic);
            wire.put("bootstrap.servers", TestPlatform.bootstrapServers()); // it came back
            await().until(() -> admin.listTopics().names().get().contains(process.topic));
        }
    }

    private static Map<String, Object> nowhere() throws Exception {
        var nowhere = TellingProcess.kafka();
        try (var closed = new ServerSocket(0)) {
            nowhere.put("bootstrap.servers", "127.0.0.1:" + closed.getLocalPort());
        }
        nowhere.put("default.api.timeout.ms", 1_000);
        nowhere.put("request.timeout.ms", 500);
        return nowhere;
    }

    @Test
    void whatIsAddedWhileAnotherInstanceTellsIsToldByThatOne() {
        try (var one = new TellingProcess(database);
                var two = new TellingProcess(database)) {
            one.boxes.create(id, _ -> Box.open(id));
            two.boxes.decide(id, box -> box.cast("ada"));
            assertThat(Objects.requireNonNull(one.documents().find().first()).get("teller"))
                    .isEqualTo(one.tellers.me());
            one.started();
            await().until(one::allTold);
            two.boxes.decide(id, box -> box.cast("bob"));
            assertThat(Objects.requireNonNull(one.documents().find().first()).get("teller"))
                    .isEqualTo(two.tellers.me());
        }
    }

    @Test
    void aTopicThatIsGoneStopsAndIsToldToOnceItIsThereAgain() throws Exception {
        try (var process = new TellingProcess(database).started();
                var admin = Admin.create(TellingProcess.kafka())) {
            admin.deleteTopics(List.of(process.topic)).all().get();
            process.boxes.create(id, _ -> Box.open(id));
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            process.relay
                                    .stoppedTopics()
                                    .equals(Map.of(process.topic, "UnknownTopic")));
            try (var again = new TellingProcess(database)) {
                again.guard.checkAtStart(); // as an operator, or the next instance, makes it
            }
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> Log.firstSequences(process, id).equals(List.of(1L)));
            assertThat(process.relay.stoppedTopics()).isEmpty();
        }
    }

    @Test
    void aDocumentWhoseIdIsNoTextIsPassedOver() {
        try (var crashed = new TellingProcess(database)) {
            crashed.documents()
                    .insertOne(
                            new Document("_id", new ObjectId())
                                    .append("pendingSince", 1L)
                                    .append("told", 1L));
            crashed.boxes.create(id, _ -> Box.open(id));
        }
        try (var process = new TellingProcess(database).started()) {
            await().until(() -> Log.firstSequences(process, id).equals(List.of(1L)));
            await().until(() -> process.relay.parked().size() == 1);
            assertThat(process.relay.broken()).isEmpty();
        }
    }

    @Test
    void factsThatWaitedInTheBackupHideNoneThatItDoesNotKnow() {
        var many = "many-" + id;
        var later =
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "later-" + i + id)
                        .filter(each -> partition(each) == partition(many))
                        .findFirst()
                        .orElseThrow();
        List<Document> backup;
        try (var process = new TellingProcess(database)) {
            process.boxes.create(many, _ -> Box.open(many));
            for (var i = 0; i < 60; i++) {
                var voter = "voter-" + i;
                process.boxes.decide(many, box -> box.cast(voter));
            }
            backup = process.documents().find().into(new ArrayList<>());
            process.boxes.create(later, _ -> Box.open(later));
            process.started();
            await().atMost(Duration.ofSeconds(30)).until(process::allTold);
        }
        try (var restored = new TellingProcess(database)) {
            for (var each : List.of("boxes", "journal", "tellers"))
                restored.database.getCollection(each).deleteMany(new Document());
            restored.documents().insertMany(backup);
            restored.started();
            assertThat(restored.guard.aheadOfDocuments()).contains("VotingFact " + later);
        }
    }

    /// A start reads what is new, not the log: what lies before the newest facts is not looked at again.
    @Test
    void theComparisonEndsWhereSomethingWasFiled() throws Exception {
        try (var process = new TellingProcess(database);
                var stranger =
                        new KafkaProducer<>(
                                TellingProcess.kafka(),
                                new StringSerializer(),
                                new StringSerializer())) {
            process.guard.checkAtStart();
            stranger.send(new ProducerRecord<>(process.topic, id, "long ago")).get();
            process.boxes.create(id, _ -> Box.open(id));
            for (var i = 0; i < 60; i++) {
                var voter = "voter-" + i;
                process.boxes.decide(id, box -> box.cast(voter));
            }
            process.started();
            await().until(process::allTold);
        }
        try (var again = new TellingProcess(database)) {
            again.guard.checkAtStart();
            assertThat(again.guard.foreignRecords()).isEmpty();
        }
    }

    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 12;
    }

    @Test
    void whatTheBrokerCannotExplainIsNoRecordsFault() {
        assertThat(Refusal.of(new UnknownServerException("disk full")).scope())
                .isEqualTo(Refusal.Scope.ALL);
    }

    @Test
    void refusesATopicThatForgets() throws Exception {
        try (var process = new TellingProcess(database);
                var admin = Admin.create(TellingProcess.kafka())) {
            process.guard.checkAtStart();
            retention(admin, process.topic, "604800000");
            try (var late = new TellingProcess(database)) {
                assertThatThrownBy(late::started)
                        .isInstanceOf(LimitedRetention.class)
                        .hasMessageContaining(process.topic);
            } finally {
                retention(admin, process.topic, "-1");
            }
        }
    }

    private static void retention(Admin admin, String name, String value) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Map<ConfigResource, Collection<AlterConfigOp>> change =
                Map.of(
                        topic,
                        List.of(
                                new AlterConfigOp(
                                        new ConfigEntry("retention.ms", value),
                                        AlterConfigOp.OpType.SET)));
        admin.incrementalAlterConfigs(change).all().get();
    }
}
