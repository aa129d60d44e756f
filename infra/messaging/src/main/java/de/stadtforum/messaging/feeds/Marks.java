package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.documents.Index;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/// Which keys of a rollup have to be computed again. A key is marked before the documents are written, for the case that nobody comes to
/// say afterwards that they are; a mark goes when the rollup stands that was computed after it was due.
final class Marks {
    /// Longer than any write takes, by its deadline and by clocks that disagree.
    static final Duration ABANDONED = Duration.ofSeconds(40);

    private static final int MOST = 1_000;
    private final MongoCollection<Document> collection;

    Marks(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void createIndexes() {
        Index.create(collection, Index.on("due", "_id"), Index.on("write"));
    }

    /// @param moved documents left it for another key
    record Mark(String id, String key, boolean moved) {}

    /// @return the write, for [#written]
    String before(Collection<String> keys, Collection<String> left) {
        var write = UUID.randomUUID().toString();
        var due = System.currentTimeMillis() + ABANDONED.toMillis();
        collection.insertMany(
                keys.stream()
                        .map(key ->
                                new Document("_id", write + "/" + key)
                                        .append("write", write)
                                        .append("key", key)
                                        .append("moved", left.contains(key))
                                        .append("due", due))
                        .toList());
        return write;
    }

    void written(String write) {
        collection.updateMany(eq("write", write), Updates.set("due", System.currentTimeMillis()));
    }

    /// Those that are due, the oldest first, at most 1,000.
    List<Mark> due() {
        return collection
                .find(lte("due", System.currentTimeMillis()))
                .sort(Sorts.ascending("due", "_id"))
                .limit(MOST)
                .map(each ->
                        new Mark(
                                each.getString("_id"),
                                each.getString("key"),
                                each.getBoolean("moved")))
                .into(new ArrayList<>());
    }

    /// Those that are due and those that will be, at most 1,000.
    int count() {
        return collection
                .find()
                .projection(Projections.include("key"))
                .sort(Sorts.ascending("_id"))
                .limit(MOST)
                .map(each -> each.getString("key"))
                .into(new HashSet<>())
                .size();
    }

    /// For how long the first has been due.
    Duration oldest() {
        var first = collection.find().sort(Sorts.ascending("due", "_id")).first();
        if (first == null) return Duration.ZERO;
        var since = System.currentTimeMillis() - first.get("due", Number.class).longValue();
        return Duration.ofMillis(Math.max(0, since));
    }

    void remove(List<Mark> done) {
        collection.deleteMany(in("_id", done.stream().map(Mark::id).toList()));
    }

    void drop() {
        collection.drop();
    }
}
