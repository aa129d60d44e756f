package de.stadtforum.messaging.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Follows a collection by when its documents changed, without change streams. Every change is seen at least once, the last state of
/// each document always; what was removed comes as a document without state.
///
/// Each read goes back behind the newest change seen: instances write the time of their own clocks, and a write may be seen late.
/// One read costs what changed within this time, however large the collection is.
public final class Changes {
    /// Clocks that are ten seconds apart, in both directions, and a write of ten seconds; and as much again.
    public static final Duration OVERLAP = Duration.ofSeconds(60);

    static final int BATCH = 1_000;
    private final MongoCollection<Document> collection;
    private final Map<Object, Seen> seen = new HashMap<>();
    private long position;

    private record Seen(long changed, @Nullable Object write) {
        static Seen of(Document document) {
            var write = document.get("version");
            return new Seen(
                    document.get("changed", Number.class).longValue(),
                    write == null ? document.get("revision") : write);
        }
    }

    /// @param position up to where another reader came, in milliseconds since 1970; 0 begins with the first
    public Changes(MongoCollection<Document> collection, long position) {
        this.collection = collection;
        this.position = position;
    }

    /// The newest change that was given.
    public long position() {
        return position;
    }

    /// Gives what changed since it was asked last, the oldest first, at most 1,000 at a time.
    ///
    /// @return how many there were
    public int read(Consumer<List<Document>> changed) {
        var from = Math.max(0, position - OVERLAP.toMillis());
        seen.values().removeIf(each -> each.changed < from);
        var given = 0;
        Bson rest = gte("changed", from);
        while (true) {
            var page =
                    collection
                            .find(rest)
                            .sort(Sorts.ascending("changed", "_id"))
                            .limit(BATCH)
                            .into(new ArrayList<>());
            if (page.isEmpty()) return given;
            var news =
                    page.stream()
                            .filter(each -> !Seen.of(each).equals(seen.get(each.get("_id"))))
                            .toList();
            if (!news.isEmpty()) changed.accept(news);
            for (var each : news) seen.put(each.get("_id"), Seen.of(each));
            given += news.size();
            var last = page.getLast();
            var at = last.get("changed", Number.class).longValue();
            // a clock that is far ahead must not leave the others behind
            position = Math.max(position, Math.min(at, System.currentTimeMillis()));
            rest = or(gt("changed", at), and(eq("changed", at), gt("_id", last.get("_id"))));
        }
    }
}
