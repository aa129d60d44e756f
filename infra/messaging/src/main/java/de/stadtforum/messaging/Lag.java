package de.stadtforum.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/// How far the live feeds are behind the log.
final class Lag {
    private final Map<String, Object> kafka;
    private final String group;
    private final List<String> heard;

    Lag(Map<String, Object> kafka, String group, List<String> heard) {
        this.kafka = kafka;
        this.group = group;
        this.heard = heard;
    }

    /// Records that stand on the log and are not yet in every feed.
    ///
    /// @throws TellingFailed when the broker does not answer
    long records() {
        Map<TopicPartition, Long> ends;
        try (var log = new LogReader(kafka)) {
            ends = log.ends(heard);
        }
        var behind = 0L;
        var taken = committed();
        for (var end : ends.entrySet())
            behind += Math.max(0, end.getValue() - taken.getOrDefault(end.getKey(), 0L));
        return behind;
    }

    private Map<TopicPartition, Long> committed() {
        try (var admin = Admin.create(kafka)) {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, taken) -> {
                        if (taken != null) offsets.put(partition, taken.offset());
                    });
            return offsets;
        } catch (ExecutionException away) {
            throw new TellingFailed("the broker is away", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TellingFailed("interrupted", interrupted);
        }
    }
}
