package de.stadtforum.benchmark.scale;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Tells facts in large batches, as no service does: each waits for nobody's word. The broker has all of them when this is closed.
final class FactLog implements AutoCloseable {
    private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            TestPlatform.bootstrapServers(),
                            "acks",
                            "all",
                            "linger.ms",
                            50,
                            "batch.size",
                            1 << 18,
                            "compression.type",
                            "lz4"),
                    new StringSerializer(),
                    new ByteArraySerializer());

    void tell(String topic, Envelope envelope, String data) {
        var message =
                new ProducerRecord<>(
                        topic, envelope.subject(), data.getBytes(StandardCharsets.UTF_8));
        envelope.toHeaders()
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(
                message,
                (_, failure) -> {
                    if (failure != null) failed.compareAndSet(null, failure);
                });
    }

    /// @throws IllegalStateException when the log lacks one
    @Override
    public void close() {
        producer.close();
        if (failed.get() != null)
            throw new IllegalStateException("not everything was told", failed.get());
    }
}
