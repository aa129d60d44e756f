package de.stadtforum.messaging.outbox;

import de.stadtforum.messaging.telemetry.Spans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Puts facts on the log as strict CloudEvents in binary mode; key = aggregate id, acknowledged by all.
///
/// The next fact of an aggregate leaves when the one before has the broker's word: nothing that is lost, refused or late can then be
/// overtaken by its successor, whatever a producer or a broker makes of a request that was broken off. Facts of many aggregates travel together.
public final class FactSender implements AutoCloseable {
    /// Larger than any topic allows; the topic's own limit counts.
    private static final int LARGEST_REQUEST = 64 * 1024 * 1024;

    private final Supplier<Producer<String, byte[]>> producers;
    private final String source;
    private final Spans spans;
    private @Nullable Producer<String, byte[]> producer;
    private boolean closed;

    public FactSender(Map<String, Object> kafka, String source, Spans spans) {
        this(() -> new KafkaProducer<>(settings(kafka)), source, spans);
    }

    FactSender(Supplier<Producer<String, byte[]>> producers, String source, Spans spans) {
        this.producers = producers;
        this.source = source;
        this.spans = spans;
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var all = new LinkedHashMap<String, Object>();
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        // a round holds all that is there: to wait for more would make every round that much longer
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.putAll(kafka);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        return all;
    }

    String source() {
        return source;
    }

    /// One outbox on its way.
    private static final class Way {
        private final Outbox outbox;
        private final List<PendingFact> facts = new ArrayList<>();
        private @Nullable Future<RecordMetadata> word;
        private @Nullable Refusal refused;

        private Way(Outbox outbox) {
            this.outbox = outbox;
        }

        private PendingFact next() {
            return outbox.facts().get(facts.size());
        }

        private boolean goesOn() {
            return refused == null && facts.size() < outbox.facts().size();
        }
    }

    /// Sends one fact of each, waits for the broker's word, then the next of each that got it.
    ///
    /// @return what became of each, in the same order
    List<Told> send(List<Outbox> outboxes) {
        var ways = outboxes.stream().map(Way::new).toList();
        var open = new ArrayList<>(ways);
        Refusal all = null;
        while (all == null) {
            open.removeIf(way -> !way.goesOn());
            if (open.isEmpty()) break;
            all = round(open);
        }
        if (all != null) {
            startAnew();
            for (var way : open) if (way.goesOn()) way.refused = all;
        }
        return ways.stream().map(way -> new Told(way.outbox, way.facts, way.refused)).toList();
    }

    /// @return what stops everything; null when it goes on
    private @Nullable Refusal round(List<Way> open) {
        Refusal all = null;
        for (var way : open) {
            way.word = null;
            if (all != null) continue;
            try {
                way.word = send(way.outbox.topic(), way.outbox.id(), way.next());
                // a producer that cannot even queue does not throw, it hands out a failed future
                if (way.word.isDone()) all = hear(way, all);
            } catch (KafkaException | IllegalStateException refused) {
                all = refuse(way, refused, all);
            } catch (RuntimeException odd) { // it is no fact, whatever the document says
                way.refused = new Refusal(Refusal.Scope.FACT, odd);
            }
        }
        for (var way : open) all = hear(way, all);
        return all;
    }

    private static @Nullable Refusal hear(Way way, @Nullable Refusal all) {
        if (way.word == null) return all;
        try {
            way.word.get();
            way.facts.add(way.next());
            return all;
        } catch (ExecutionException failed) {
            return refuse(way, failed.getCause(), all);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return refuse(way, interrupted, all);
        } finally {
            way.word = null;
        }
    }

    private static @Nullable Refusal refuse(
            Way way, @Nullable Throwable cause, @Nullable Refusal all) {
        var refusal = Refusal.of(cause == null ? new KafkaException("no reason given") : cause);
        way.refused = refusal;
        return refusal.scope() == Refusal.Scope.ALL && all == null ? refusal : all;
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
        } catch (RuntimeException failed) {
            step.failed();
            step.close();
            throw failed;
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
    private synchronized void startAnew() {
        if (producer != null) producer.close(Duration.ZERO);
        producer = null;
    }

    private synchronized Producer<String, byte[]> producer() {
        if (closed) throw new IllegalStateException("closed");
        if (producer == null) producer = producers.get();
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
