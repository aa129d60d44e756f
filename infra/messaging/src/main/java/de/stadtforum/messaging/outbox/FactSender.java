package de.stadtforum.messaging.outbox;

import de.stadtforum.messaging.telemetry.Spans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Puts facts on the log as strict CloudEvents in binary mode; key = aggregate id, idempotent, acknowledged by all.
///
/// A send never expires while the broker is away: an expired one could be overtaken by its successor.
public final class FactSender implements AutoCloseable {
    private final Map<String, Object> settings;
    private final String source;
    private final Spans spans;
    private @Nullable Producer<String, byte[]> producer;
    private boolean closed;

    public FactSender(Map<String, Object> kafka, String source, Spans spans) {
        this.source = source;
        this.spans = spans;
        var all = new LinkedHashMap<>(kafka);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings = all;
    }

    public Sending send(String topic, Outbox told) {
        var words = new ArrayList<Future<RecordMetadata>>();
        try {
            for (var pending : told.pending()) words.add(send(topic, told.id(), pending));
        } catch (KafkaException
                | IllegalStateException
                        _) { // the broker is away, or we are stopping: the rest stays pending
            return new Sending(told, words, this);
        }
        return new Sending(told, words, this);
    }

    private Future<RecordMetadata> send(String topic, String aggregate, PendingFact pending) {
        var step = spans.begin(Spans.Kind.PRODUCER, "tell " + pending.type(), pending.trace());
        try {
            var message = message(topic, aggregate, pending, step.traceparent());
            return producer()
                    .send(
                            message,
                            (_, failure) -> {
                                if (failure != null) step.failed();
                                step.close();
                            });
        } catch (KafkaException | IllegalStateException away) {
            step.failed();
            step.close();
            throw away;
        }
    }

    private ProducerRecord<String, byte[]> message(
            String topic, String aggregate, PendingFact pending, @Nullable String traceparent) {
        var message =
                new ProducerRecord<>(
                        topic, aggregate, pending.data().getBytes(StandardCharsets.UTF_8));
        pending.envelope(source, aggregate, traceparent)
                .toHeaders()
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /// After a failure nothing that was queued behind it may still go out.
    synchronized void startAnew() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
    }

    private synchronized Producer<String, byte[]> producer() {
        if (closed) throw new IllegalStateException("closed");
        if (producer == null) producer = new KafkaProducer<>(settings);
        return producer;
    }

    synchronized void open() {
        closed = false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        startAnew();
    }
}
