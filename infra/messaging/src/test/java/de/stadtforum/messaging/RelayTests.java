package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.log.LimitedRetention;
import de.stadtforum.messaging.outbox.Outbox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RelayTests {
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
            var told = Outbox.read(crashed.documents(), id);
            assertThat(told).isNotNull();
            assertThat(crashed.sender.send(crashed.topic, told).await().facts()).hasSize(2);
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
            var told = Outbox.read(process.documents(), id);
            assertThat(told).isNotNull();
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
