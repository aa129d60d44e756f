package de.stadtforum.benchmark.platform;

import de.stadtforum.testing.TestPlatform;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads the log with the bare client and does nothing with it: what reading costs at least.
public final class LogReader {
    private LogReader() {}

    public static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestPlatform.bootstrapServers(),
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        2_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /// Where the partitions of these topics end now.
    public static Map<TopicPartition, Long> ends(String prefix) {
        try (var reader = consumer()) {
            var partitions =
                    reader.listTopics().entrySet().stream()
                            .filter(topic -> topic.getKey().startsWith(prefix))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            return reader.endOffsets(partitions);
        }
    }

    /// From the first record up to these ends, where nobody writes meanwhile.
    ///
    /// @return how many
    public static long read(Map<TopicPartition, Long> ends) {
        var read = 0L;
        try (var reader = consumer()) {
            reader.assign(ends.keySet());
            reader.seekToBeginning(reader.assignment());
            // a compacted topic has fewer records than its ends say
            while (ends.entrySet().stream()
                    .anyMatch(end -> reader.position(end.getKey()) < end.getValue()))
                read += reader.poll(Duration.ofSeconds(1)).count();
        }
        return read;
    }

    /// @param ends by `topic/partition`
    public static long readNamed(Map<String, Long> ends) {
        return read(
                ends.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> partition(each.getKey()), Map.Entry::getValue)));
    }

    private static TopicPartition partition(String name) {
        var slash = name.lastIndexOf('/');
        return new TopicPartition(
                name.substring(0, slash), Integer.parseInt(name.substring(slash + 1)));
    }
}
