package de.stadtforum.benchmark.scale;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import de.stadtforum.contracts.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// An aggregate that came in through the interfaces and was told: what its copies are made from.
///
/// @param told its facts as the journal has them, in order
record Template(Document document, List<Document> told) {
    private static final int BATCH = 2_000;

    /// @param words what the copy says instead of each thing that the template says
    record Copy(Template of, String id, UnaryOperator<String> words) {}

    static Template of(MongoDatabase database, String collection, String id) {
        var document = database.getCollection(collection).find(eq(id)).first();
        var told =
                database.getCollection("journal")
                        .find(eq("aggregate", id))
                        .sort(Sorts.ascending("sequence"))
                        .into(new ArrayList<>());
        if (document == null || told.size() != document.get("told", Number.class).intValue())
            throw new IllegalStateException(collection + " " + id + " was not told");
        return new Template(document, told);
    }

    Copy as(String id, UnaryOperator<String> words) {
        return new Copy(this, id, words);
    }

    /// Writes so many copies with their facts, in bulk.
    ///
    /// @param source of the facts
    static void write(
            MongoCollection<Document> collection,
            String source,
            int count,
            IntFunction<Copy> copies) {
        var batch = new ArrayList<Document>();
        try (var log = new FactLog()) {
            for (var i = 0; i < count; i++) {
                var copy = copies.apply(i);
                batch.add(copy.of.document(copy));
                copy.of.tell(copy, source, log);
                if (batch.size() < BATCH && i < count - 1) continue;
                collection.insertMany(batch);
                batch.clear();
            }
        }
    }

    private Document document(Copy copy) {
        var state = changed(document.get("state", Document.class), copy.words);
        return new Document(document)
                .append("_id", copy.id)
                .append("state", state.append("id", copy.id))
                // as in a portal that was not filled a minute ago
                .append("changed", System.currentTimeMillis() - Duration.ofHours(1).toMillis());
    }

    private static @Nullable Object changed(@Nullable Object value, UnaryOperator<String> words) {
        return switch (value) {
            case String said -> words.apply(said);
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(each -> copy.add(changed(each, words)));
                yield copy;
            }
            case Document inner -> changed(inner, words);
            case null, default -> value;
        };
    }

    private static Document changed(Document document, UnaryOperator<String> words) {
        var copy = new Document();
        document.forEach((name, each) -> copy.put(name, changed(each, words)));
        return copy;
    }

    private void tell(Copy copy, String source, FactLog log) {
        for (var fact : told)
            log.tell(
                    fact.getString("topic"),
                    new Envelope(
                            UUID.randomUUID().toString(),
                            source,
                            fact.getString("type"),
                            copy.id,
                            Instant.parse(fact.getString("time")),
                            fact.get("sequence", Number.class).longValue(),
                            null),
                    copy.words.apply(fact.getString("data")));
    }
}
