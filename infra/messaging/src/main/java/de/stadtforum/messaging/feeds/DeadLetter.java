package de.stadtforum.messaging.feeds;

import de.stadtforum.messaging.log.LogRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// A record of the log that a feed could not take, with the reason; an operator replays or drops it.
///
/// @param id feed, topic, partition and offset: the same record is kept once
/// @param sequence of the fact; 0 where the record does not say
/// @param rule that the own service refused the reaction with; null where nothing was refused
/// @param attempts how often the reaction was tried
public record DeadLetter(
        String id,
        String feed,
        String aggregate,
        long sequence,
        Cause cause,
        String place,
        @Nullable String rule,
        int attempts) {
    /// A reaction that was refused so often is a fault: until then it may be that something else has to come first.
    static final int PATIENCE = 5;

    /// The feed of a record that no feed could place.
    static final String NOBODYS = "-";

    public enum Cause {
        /// The attributes of the fact cannot be read.
        UNREADABLE_ENVELOPE,
        /// The fact itself cannot be read.
        UNREADABLE,
        /// An earlier fact of the same aggregate is missing.
        GAP,
        /// Another fact was heard with the same sequence.
        DIVERGED,
        /// The feed's own rule failed on the fact.
        FAILED,
        /// The own service refused what follows from the fact; it is tried again with growing pauses.
        REFUSED
    }

    static Document document(
            String feed,
            String aggregate,
            long sequence,
            Cause cause,
            LogRecord heard,
            boolean personal,
            @Nullable String rule) {
        var document =
                new Document("_id", feed + "/" + heard.place())
                        .append("feed", feed)
                        .append("aggregate", aggregate)
                        .append("sequence", sequence)
                        .append("cause", cause.name())
                        .append("topic", heard.topic())
                        .append("partition", heard.partition())
                        .append("offset", heard.offset())
                        .append("key", heard.key());
        if (rule != null) document.append("rule", rule);
        if (!personal)
            document.append("headers", headers(heard.headers()))
                    .append("value", new Binary(heard.value()));
        return document;
    }

    public static DeadLetter of(Document document) {
        return new DeadLetter(
                document.getString("_id"),
                document.getString("feed"),
                document.getString("aggregate"),
                document.get("sequence", Number.class).longValue(),
                Cause.valueOf(document.getString("cause")),
                document.getString("topic")
                        + "/"
                        + document.get("partition")
                        + "/"
                        + document.get("offset"),
                document.getString("rule"),
                attempts(document));
    }

    static int attempts(Document document) {
        var attempts = document.get("attempts", Number.class);
        return attempts == null ? 0 : attempts.intValue();
    }

    /// It stops nothing, and is wrong all the same.
    public boolean alarm() {
        return cause == Cause.DIVERGED || cause == Cause.UNREADABLE_ENVELOPE;
    }

    /// Whether somebody has to look at it.
    public boolean stuck() {
        return cause != Cause.REFUSED || attempts >= PATIENCE;
    }

    /// The record as it came; null for persons, of whom only key and reason are kept.
    static @Nullable LogRecord heard(Document document) {
        var value = document.get("value", Binary.class);
        if (value == null) return null;
        var headers = new TreeMap<String, String>();
        if (document.get("headers") instanceof List<?> pairs)
            for (var pair : pairs)
                headers.put(
                        ((Document) pair).getString("name"), ((Document) pair).getString("value"));
        else // of older programs
        document.get("headers", Document.class)
                    .forEach((name, text) -> headers.put(name.replace('·', '.'), (String) text));
        return new LogRecord(
                document.getString("topic"),
                document.getInteger("partition"),
                document.get("offset", Number.class).longValue(),
                document.getString("key"),
                headers,
                value.getData());
    }

    /// Whatever somebody named a header, the database takes it as a value.
    private static List<Document> headers(SortedMap<String, String> headers) {
        return headers.entrySet().stream()
                .map(each -> new Document("name", each.getKey()).append("value", each.getValue()))
                .toList();
    }
}
