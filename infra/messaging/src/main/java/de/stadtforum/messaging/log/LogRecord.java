package de.stadtforum.messaging.log;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/// A record of the log as it came, not yet understood.
public record LogRecord(
        String topic,
        int partition,
        long offset,
        String key,
        SortedMap<String, String> headers,
        byte[] value) {

    public static LogRecord of(ConsumerRecord<byte[], byte[]> message) {
        return new LogRecord(
                message.topic(),
                message.partition(),
                message.offset(),
                message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8),
                headers(message.headers()),
                message.value() == null ? new byte[0] : message.value());
    }

    private static SortedMap<String, String> headers(Headers headers) {
        var all = new TreeMap<String, String>();
        headers.forEach(header -> {
            if (header.value() != null)
                all.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        });
        return all;
    }

    public String place() {
        return topic + "/" + partition + "/" + offset;
    }
}
