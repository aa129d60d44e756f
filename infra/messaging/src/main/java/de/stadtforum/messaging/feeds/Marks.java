package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/// Which keys of a rollup have to be computed again. A key is marked before the documents are written, for the case that nobody comes to
/// say afterwards that they are; a mark goes when the rollup stands that was computed after it was due.
final class Marks {
    /// Longer than any write takes, by its deadline and by clocks that disagree.
    static final Duration ABANDONED = Duration.ofSeconds(40);

    private static final int MOST = 5_000;
    private static final Order OLDEST = Order.ascending("due");
    private final MongoCollection<Document> collection;

    Marks(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void createIndexes() {
        Index.create(collection, Index.on("due", "_id"));
    }

    /// Of one write.
    ///
    /// @param left keys that documents left for another
    record Mark(String id, List<String> keys, List<String> left) {
        /// A mark of an older program has one key.
        static Mark of(Document document) {
            var key = document.getString("key");
            if (key == null)
                return new Mark(
                        document.getString("_id"),
                        document.getList("keys", String.class),
                        document.getList("left", String.class));
            return new Mark(
                    document.getString("_id"),
                    List.of(key),
                    document.getBoolean("moved") ? List.of(key) : List.of());
        }
    }

    /// What has to be computed.
    ///
    /// @param ids of the marks
    /// @param keys and whether documents have left them
    record Due(List<String> ids, Map<String, Boolean> keys) {}

    /// @return the write, for [#written]
    String before(Collection<String> keys, Collection<String> left) {
        var write = UUID.randomUUID().toString();
        insert(write, keys, left, System.currentTimeMillis() + ABANDONED.toMillis());
        return write;
    }

    private void insert(String write, Collection<String> keys, Collection<String> left, long due) {
        collection.insertOne(
                new Document("_id", write)
                        .append("keys", List.copyOf(keys))
                        .append("left", List.copyOf(left))
                        .append("due", due));
    }

    /// Also where somebody took it for abandoned meanwhile, and computed what stood before.
    void written(String write, Collection<String> keys, Collection<String> left) {
        var now = System.currentTimeMillis();
        var marked = collection.updateOne(eq("_id", write), Updates.set("due", now));
        if (marked.getMatchedCount() == 0) insert(write, keys, left, now);
    }

    /// Those that are due, the oldest first, at most 5,000.
    Due due() {
        var filter = lte("due", System.currentTimeMillis());
        var ids = new ArrayList<String>();
        var keys = new LinkedHashMap<String, Boolean>();
        String next = null;
        do {
            var some = Slice.of(collection, filter, OLDEST, next, Slice.MOST).map(Mark::of);
            for (var each : some.lines()) {
                ids.add(each.id);
                for (var key : each.keys)
                    keys.merge(key, each.left.contains(key), Boolean::logicalOr);
            }
            next = some.next();
        } while (next != null && ids.size() < MOST);
        return new Due(ids, keys);
    }

    /// Keys of those that are due and of those that will be, of at most 200.
    int count() {
        var keys = new HashSet<String>();
        collection
                .find()
                .sort(Sorts.ascending("_id"))
                .limit(Slice.MOST)
                .forEach(each -> keys.addAll(Mark.of(each).keys()));
        return keys.size();
    }

    /// For how long the first has been due.
    Duration oldest() {
        var first = collection.find().sort(Sorts.ascending("due", "_id")).first();
        if (first == null) return Duration.ZERO;
        var since = System.currentTimeMillis() - first.get("due", Number.class).longValue();
        return Duration.ofMillis(Math.max(0, since));
    }

    void remove(Due done) {
        for (var from = 0; from < done.ids.size(); from += Slice.MOST) {
            var to = Math.min(done.ids.size(), from + Slice.MOST);
            collection.deleteMany(in("_id", done.ids.subList(from, to)));
        }
    }

    void drop() {
        collection.drop();
    }
}
