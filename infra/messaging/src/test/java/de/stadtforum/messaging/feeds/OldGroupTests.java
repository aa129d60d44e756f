package de.stadtforum.messaging.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.testing.TestPlatform;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OldGroupTests {
    private final String run = UUID.randomUUID().toString();
    private final String old = "old-" + run;
    private final String group = "new-" + run;
    private final TellingProcess teller = new TellingProcess(run);
    private final MongoClient client = TellingProcess.client();
    private final MongoDatabase database = client.getDatabase(TestPlatform.own("old-group-" + run));
    private final OldGroup upgrade = new OldGroup(TellingProcess.kafka(), database, old, group);
    private final Admin admin = Admin.create(TellingProcess.kafka());
    private TopicPartition partition;

    @BeforeEach
    void aTopic() {
        teller.guard.checkAtStart();
        partition = new TopicPartition(teller.topic, 0);
    }

    @AfterEach
    void close() {
        upgrade.stop();
        teller.close();
        client.close();
        admin.close();
    }

    private Map<TopicPartition, Long> offsets(String of) throws Exception {
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(of)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((each, taken) -> offsets.put(each, taken.offset()));
        return offsets;
    }

    private boolean exists(String name) throws Exception {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet())
                .contains(name);
    }

    private KafkaConsumer<byte[], byte[]> member() {
        var settings = new HashMap<>(TellingProcess.kafka());
        settings.put("group.id", old);
        settings.put("enable.auto.commit", false);
        var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(teller.topic));
        await().until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(7)));
        return consumer;
    }

    @Test
    void theNewGroupGoesOnWhereTheOldOneHadComeToAndTheOldOneGoesWithItsLastMember()
            throws Exception {
        database.getCollection("feeds").insertOne(new Document("_id", "turnout"));
        try (var member = member()) {
            upgrade.start();
            assertThat(offsets(group)).containsEntry(partition, 7L);
            assertThat(exists(old)).as("an instance of the old program is there").isTrue();
            member.commitSync(Map.of(partition, new OffsetAndMetadata(9)));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !exists(old));

        var second = new OldGroup(TellingProcess.kafka(), database, old, group);
        second.start(); // another instance, or the same once more
        second.stop();
        assertThat(offsets(group)).containsEntry(partition, 7L);
    }

    @Test
    void aDatabaseThatHasHeardNothingBeginsAtTheBeginning() throws Exception {
        member().close();
        upgrade.start();
        assertThat(offsets(group)).isEmpty();
        assertThat(exists(old)).as("it is another department's").isTrue();
    }
}
