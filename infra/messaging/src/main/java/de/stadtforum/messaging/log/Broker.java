package de.stadtforum.messaging.log;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// The broker as an operator asks about it: is it there, where do its topics end, how far has a group come. Nobody waits for it longer than two seconds.
public final class Broker implements AutoCloseable {
    private static final int PATIENCE_MS = 2_000;
    private static final long FRESH_NS = TimeUnit.SECONDS.toNanos(1);
    private final Map<String, Object> settings;
    private @Nullable Admin admin;
    private boolean reachable;
    private long askedAt = System.nanoTime() - 2 * FRESH_NS;

    public Broker(Map<String, Object> kafka) {
        settings = new LinkedHashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        // with the client's own way of beginning anew it does so some hundred times a second while
        // the broker is away
        settings.put(
                AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG,
                MetadataRecoveryStrategy.NONE.name);
    }

    /// Asked anew when the last answer is older than a second.
    public synchronized boolean reachable() {
        if (System.nanoTime() - askedAt < FRESH_NS) return reachable;
        try {
            reachable = !answer(admin().describeCluster().nodes()).isEmpty();
        } catch (BrokerUnavailable | KafkaException _) {
            reachable = false;
            close(); // the next one begins with the addresses that it was given
        }
        askedAt = System.nanoTime();
        return reachable;
    }

    /// Whether the broker is there and says that it has no such topic.
    public boolean lacks(String topic) {
        try {
            for (var known : admin().describeTopics(List.of(topic)).topicNameValues().values())
                if (partitions(known).isEmpty()) return true;
            return false;
        } catch (BrokerUnavailable | KafkaException _) {
            return false;
        }
    }

    /// Where these topics end now, by partition.
    ///
    /// @throws BrokerUnavailable when the broker does not answer
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        if (topics.isEmpty()) return Map.of();
        var asked = new LinkedHashMap<TopicPartition, OffsetSpec>();
        for (var topic : admin().describeTopics(topics).topicNameValues().entrySet())
            for (var each : partitions(topic.getValue()))
                asked.put(
                        new TopicPartition(topic.getKey(), each.partition()), OffsetSpec.latest());
        var ends = new LinkedHashMap<TopicPartition, Long>();
        answer(admin().listOffsets(asked).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /// A topic may not be there yet: its teller makes it.
    private static List<TopicPartitionInfo> partitions(KafkaFuture<TopicDescription> topic) {
        try {
            return answer(topic).partitions();
        } catch (BrokerUnavailable failed) {
            var cause = failed.getCause() == null ? null : failed.getCause().getCause();
            if (cause instanceof UnknownTopicOrPartitionException) return List.of();
            throw failed;
        }
    }

    /// @throws BrokerUnavailable when the broker does not answer
    public Map<TopicPartition, Long> committed(String group) {
        var offsets = new LinkedHashMap<TopicPartition, Long>();
        answer(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, taken) -> {
                    if (taken != null) offsets.put(partition, taken.offset());
                });
        return offsets;
    }

    private static <T> T answer(KafkaFuture<T> question) {
        try {
            return question.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new BrokerUnavailable("the broker is away", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("interrupted", interrupted);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) admin = Admin.create(settings);
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) admin.close(Duration.ZERO);
        admin = null;
    }
}
