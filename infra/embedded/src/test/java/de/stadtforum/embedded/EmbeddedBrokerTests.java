package de.stadtforum.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class EmbeddedBrokerTests {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 500;

    @TempDir Path data;

    @Test
    void losesNoAcknowledgedRecordWhenItIsKilled() throws Exception {
        var port = OwnProcess.freePort();
        var controllerPort = OwnProcess.freePort();
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        try (var broker = start(port, controllerPort)) {
            createTopic(port);
            tellUntilItIsGone(port, acknowledged, broker);
        }
        try (var _ = start(port, controllerPort)) {
            assertThat(heard(port)).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
        }
    }

    private OwnProcess start(int port, int controllerPort) throws Exception {
        return OwnProcess.start(
                EmbeddedBroker.class,
                "--data",
                data,
                "--port",
                port,
                "--controller-port",
                controllerPort);
    }

    private static void createTopic(int port) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(List.of(new NewTopic("facts", 1, (short) 1))).all().get();
        }
    }

    private static void tellUntilItIsGone(int port, Set<String> acknowledged, OwnProcess broker)
            throws InterruptedException {
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:" + port,
                        "acks",
                        "all",
                        "delivery.timeout.ms",
                        2000,
                        "request.timeout.ms",
                        1000,
                        "linger.ms",
                        1);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var teller =
                    Thread.startVirtualThread(() -> {
                        for (var i = 0; broker.process().isAlive(); i++) {
                            var fact = String.valueOf(i);
                            producer.send(
                                    new ProducerRecord<>("facts", fact),
                                    (_, failed) -> {
                                        if (failed != null) return;
                                        acknowledged.add(fact);
                                        enough.countDown();
                                    });
                            if (i % 20 == 0) producer.flush();
                        }
                    });
            enough.await();
            broker.kill();
            teller.join();
            producer.close(Duration.ZERO);
        }
    }

    private static Set<String> heard(int port) {
        var heard = new HashSet<String>();
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var all = new TopicPartition("facts", 0);
            consumer.assign(List.of(all));
            consumer.seekToBeginning(List.of(all));
            var end = consumer.endOffsets(List.of(all)).get(all);
            while (consumer.position(all) < end)
                consumer.poll(Duration.ofMillis(200)).forEach(told -> heard.add(told.value()));
        }
        return heard;
    }
}
