package de.stadtforum.messaging.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads the log without a group: for rebuilds, replays and the check at start.
public final class LogReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private final KafkaConsumer<byte[], byte[]> consumer;

    public LogReader(Map<String, Object> kafka) {
        var settings = new LinkedHashMap<>(kafka);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        consumer = new KafkaConsumer<>(settings);
    }

    /// Where the log ends now, by partition.
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : topics)
            consumer.partitionsFor(topic)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        return new LinkedHashMap<>(consumer.endOffsets(partitions));
    }

    /// How far a reading has come, in records.
    @FunctionalInterface
    public interface Progress {
        Progress UNSEEN = (_, _) -> {};

        void at(long read, long all);
    }

    /// Hands over the log from these offsets to those ends, in polls.
    ///
    /// @throws BrokerUnavailable when the log stands still for longer than `patience`
    public void read(
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Duration patience,
            Consumer<List<LogRecord>> poll) {
        read(starts, ends, patience, poll, Progress.UNSEEN);
    }

    public void read(
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Duration patience,
            Consumer<List<LogRecord>> poll,
            Progress progress) {
        var open = new LinkedHashMap<>(ends);
        consumer.assign(ends.keySet());
        ends.keySet().forEach(each -> consumer.seek(each, starts.getOrDefault(each, 0L)));
        var deadline = System.nanoTime() + patience.toNanos();
        open.entrySet().removeIf(each -> consumer.position(each.getKey()) >= each.getValue());
        while (!open.isEmpty()) {
            var messages = new ArrayList<LogRecord>();
            for (var message : consumer.poll(POLL)) {
                var end = ends.get(new TopicPartition(message.topic(), message.partition()));
                if (end != null && message.offset() < end) messages.add(LogRecord.of(message));
            }
            if (!messages.isEmpty()) {
                poll.accept(messages);
                progress.at(read(ends), sum(ends));
                deadline = System.nanoTime() + patience.toNanos();
            }
            open.entrySet().removeIf(each -> consumer.position(each.getKey()) >= each.getValue());
            if (System.nanoTime() > deadline)
                throw new BrokerUnavailable(
                        "the log does not go on",
                        new IllegalStateException("no records in " + patience));
        }
    }

    private long read(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(each -> Math.min(consumer.position(each.getKey()), each.getValue()))
                .sum();
    }

    private static long sum(Map<TopicPartition, Long> ends) {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The newest records of each partition, at most so many.
    public void newest(
            Collection<String> topics, int most, Duration patience, Consumer<LogRecord> each) {
        var ends = ends(topics);
        var begins = consumer.beginningOffsets(ends.keySet());
        var starts = new LinkedHashMap<TopicPartition, Long>();
        ends.forEach((partition, end) ->
                starts.put(partition, Math.max(begins.getOrDefault(partition, 0L), end - most)));
        read(starts, ends, patience, poll -> poll.forEach(each));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
