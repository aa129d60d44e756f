package de.stadtforum.messaging.outbox;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.messaging.context.Author;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// A fact that is decided but not yet told. Its sequence and id are made with the decision and stay.
///
/// @param data the fact as JSON
public record PendingFact(
        long sequence,
        String id,
        String type,
        Instant time,
        Author author,
        @Nullable String trace,
        String data) {

    public Document toDocument() {
        return new Document("sequence", sequence)
                .append("id", id)
                .append("type", type)
                .append("time", time.toString())
                .append("account", author.account())
                .append("person", author.person())
                .append("trace", trace)
                .append("data", data);
    }

    static PendingFact of(Document document) {
        return new PendingFact(
                document.get("sequence", Number.class).longValue(),
                document.getString("id"),
                document.getString("type"),
                Instant.parse(document.getString("time")),
                new Author(document.getString("account"), document.getString("person")),
                document.getString("trace"),
                document.getString("data"));
    }

    /// @param traceparent of the step that sends it
    Envelope envelope(String source, String aggregate, @Nullable String traceparent) {
        return new Envelope(id, source, type, aggregate, time, sequence, traceparent);
    }
}
