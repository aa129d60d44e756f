package de.stadtforum.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The attributes of a fact on the log: CloudEvents 1.0, Kafka protocol binding, binary mode.
///
/// Who brought the fact about does not travel: it stays in the teller's own journal.
///
/// @param id of the fact; made with the decision, the same each time it is told
/// @param source `/operator/service`
/// @param type such as `de.stadtforum.voting.ballot-cast`
/// @param subject the aggregate's id, which is also the record's key
/// @param time when the fact was recorded, in whole milliseconds
/// @param sequence 1, 2, 3, … within the aggregate; padded with zeros to 20 digits, because CloudEvents compares it as text
/// @param traceparent the W3C trace context of the command
public record Envelope(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        long sequence,
        @Nullable String traceparent) {
    public static final String CONTENT_TYPE = "application/json";

    public SortedMap<String, String> toHeaders() {
        var headers = new TreeMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_time", time.toString());
        headers.put("ce_sequence", String.format(Locale.ROOT, "%020d", sequence));
        if (traceparent != null) headers.put("ce_traceparent", traceparent);
        headers.put("content-type", CONTENT_TYPE);
        return headers;
    }

    /// @throws IllegalArgumentException which names the header that is missing or wrong
    public static Envelope of(Map<String, String> headers) {
        if (!required(headers, "ce_specversion").equals("1.0"))
            throw new IllegalArgumentException("ce_specversion is not 1.0");
        return new Envelope(
                required(headers, "ce_id"),
                required(headers, "ce_source"),
                required(headers, "ce_type"),
                required(headers, "ce_subject"),
                time(required(headers, "ce_time")),
                sequence(required(headers, "ce_sequence")),
                headers.get("ce_traceparent"));
    }

    private static String required(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null || value.isBlank())
            throw new IllegalArgumentException(name + " is missing");
        return value;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("ce_time is no instant: " + text);
        }
    }

    private static long sequence(String text) {
        if (text.length() > 20 || !text.matches("0*[1-9]\\d{0,17}"))
            throw new IllegalArgumentException("ce_sequence is no sequence: " + text);
        return Long.parseLong(text);
    }
}
