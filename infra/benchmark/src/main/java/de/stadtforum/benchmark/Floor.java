package de.stadtforum.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;

/// What cannot be less: insert, send, receive, upsert, with nothing in between.
final class Floor implements AutoCloseable {
    private static final String TOPIC = "benchmark.floor";
    private final MongoClient client = MongoClients.create(TestPlatform.mongodbUri());
    private final MongoCollection<Document> sent = collection("sent");
    private final MongoCollection<Document> received = collection("received");
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    Floor() throws Exception {
        Map<String, Object> kafka =
                Map.of(
                        "bootstrap.servers",
                        TestPlatform.bootstrapServers(),
                        "acks",
                        "all",
                        "enable.auto.commit",
                        false,
                        "fetch.max.wait.ms",
                        100);
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase("benchmark-floor")
                .getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /// One document of about the size of an aggregate with one pending fact.
    void insert() {
        sent.insertOne(document(UUID.randomUUID().toString()));
    }

    private static Document document(String id) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("state", new Document("id", id).append("ballots", 1))
                .append(
                        "pending",
                        List.of(new Document("sequence", 1L).append("data", "x".repeat(200))));
    }

    /// From the insert until the copy is written.
    void roundTrip() throws Exception {
        var id = UUID.randomUUID().toString();
        sent.insertOne(document(id));
        producer.send(
                        new ProducerRecord<>(
                                TOPIC, id, "x".repeat(200).getBytes(StandardCharsets.UTF_8)))
                .get();
        for (var arrived = false; !arrived; )
            for (var message : consumer.poll(Duration.ofMillis(100))) {
                received.replaceOne(
                        Filters.eq(message.key()),
                        document(message.key()),
                        new ReplaceOptions().upsert(true));
                arrived |= message.key().equals(id);
            }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        client.close();
    }
}
