package de.stadtforum.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import de.stadtforum.benchmark.platform.LogReader;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.bson.Document;

/// What cannot be less on the same broker and store: the bare drivers, one after another, with nothing in between.
final class Floor implements AutoCloseable {
    private static final String TOPIC = "benchmark.floor";
    private static final String CHAIN = "benchmark.floor.chain";
    private static final String DATA = "x".repeat(200);
    private final MongoClient client = MongoClients.create(TestPlatform.mongodbUri());
    private final MongoCollection<Document> sent = collection("sent");
    private final MongoCollection<Document> received = collection("received");
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final AtomicLong onTheWay = new AtomicLong();
    private volatile boolean open = true;

    Floor() throws InterruptedException, ExecutionException {
        Map<String, Object> broker = Map.of("bootstrap.servers", TestPlatform.bootstrapServers());
        try (var admin = Admin.create(broker)) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(TOPIC, 1, (short) 1),
                                    new NewTopic(CHAIN, 1, (short) 1)))
                    .all()
                    .get();
        }
        producer =
                new KafkaProducer<>(
                        with(broker, Map.of("acks", "all", "linger.ms", 0)),
                        new StringSerializer(),
                        new ByteArraySerializer());
        consumer = LogReader.consumer();
        consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
        consumer.seekToBeginning(consumer.assignment());
        Thread.ofPlatform().daemon().name("floor-receives").start(this::receiveAll);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        var all = new java.util.TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase(TestPlatform.own("benchmark-floor"))
                .getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /// One document of about the size of an aggregate with one fact to tell.
    boolean insert() {
        return sent.insertOne(document(UUID.randomUUID().toString())).wasAcknowledged();
    }

    private static Document document(String id) {
        return new Document("_id", id)
                .append("version", 1L)
                .append("state", new Document("id", id).append("ballots", 1))
                .append("pending", List.of(new Document("sequence", 1L).append("data", DATA)));
    }

    /// Insert, send and wait for the broker's word; [#receiveAll] receives it and writes it once more.
    boolean insertAndSend() {
        var id = UUID.randomUUID().toString();
        sent.insertOne(document(id));
        try {
            producer.send(new ProducerRecord<>(CHAIN, id, DATA.getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        onTheWay.incrementAndGet();
        return true;
    }

    /// All that came with a poll in one write.
    private void receiveAll() {
        try (var receiver = LogReader.consumer()) {
            receiver.assign(List.of(new TopicPartition(CHAIN, 0)));
            receiver.seekToBeginning(receiver.assignment());
            while (open) {
                var writes = new ArrayList<WriteModel<Document>>();
                for (var message : receiver.poll(Duration.ofMillis(100)))
                    writes.add(
                            new ReplaceOneModel<>(
                                    Filters.eq(message.key()),
                                    document(message.key()),
                                    new ReplaceOptions().upsert(true)));
                if (!writes.isEmpty()) received.bulkWrite(writes);
                onTheWay.addAndGet(-writes.size());
            }
        }
    }

    void awaitReceived() {
        Awaitility.await("everything is received").until(() -> onTheWay.get() == 0);
    }

    /// Insert, send and wait for the broker's word, receive, upsert.
    Steps roundTrip() throws InterruptedException, ExecutionException {
        var id = UUID.randomUUID().toString();
        var begin = System.nanoTime();
        sent.insertOne(document(id));
        var written = System.nanoTime();
        producer.send(new ProducerRecord<>(TOPIC, id, DATA.getBytes(StandardCharsets.UTF_8))).get();
        receive(id);
        var heard = System.nanoTime();
        received.replaceOne(Filters.eq(id), document(id), new ReplaceOptions().upsert(true));
        return Steps.between(begin, written, heard, System.nanoTime());
    }

    private void receive(String id) {
        while (true)
            for (var message : consumer.poll(Duration.ofSeconds(1)))
                if (message.key().equals(id)) return;
    }

    /// Sends so many records with one key.
    ///
    /// @param waiting for the broker's word on each before the next
    /// @return in seconds
    double send(int records, boolean waiting) {
        var begin = System.nanoTime();
        try {
            for (var i = 0; i < records; i++) {
                var word =
                        producer.send(
                                new ProducerRecord<>(
                                        TOPIC, "one", DATA.getBytes(StandardCharsets.UTF_8)));
                if (waiting) word.get();
            }
            producer.flush();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return InOrder.seconds(begin);
    }

    @Override
    public void close() {
        open = false;
        producer.close();
        consumer.close();
        client.close();
    }
}
