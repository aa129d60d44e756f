package de.stadtforum.messaging.documents;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Some lines of a list, and where the next begin. It costs what it shows, wherever in the list it stands, where an index has the filter's
/// equalities and then the order.
///
/// @param next null at the end
public record Slice<T>(List<T> lines, @Nullable String next) {
    /// So many lines at most, whoever asks.
    public static final int MOST = 200;

    public Slice {
        lines = List.copyOf(lines);
    }

    /// @param cursor null for the first
    /// @param limit 1 to 200
    /// @throws BadCursor when it is none, or belongs to another filter or order
    public static Slice<Document> of(
            MongoCollection<Document> collection,
            Bson filter,
            Order order,
            @Nullable String cursor,
            int limit) {
        if (limit < 1 || limit > MOST)
            throw new IllegalArgumentException("a list has 1 to " + MOST + " lines");
        // what a feed was rebuilt into goes on where it was
        var listed = collection.getNamespace().getCollectionName().replaceFirst("~.*", "");
        var from =
                cursor == null
                        ? filter
                        : Filters.and(
                                filter, order.after(Cursor.read(cursor, listed, filter, order)));
        var found =
                collection.find(from).sort(order.sort()).limit(limit + 1).into(new ArrayList<>());
        if (found.size() <= limit) return new Slice<>(found, null);
        found.removeLast();
        return new Slice<>(found, Cursor.of(listed, filter, order, order.placeOf(found.getLast())));
    }

    public <L> Slice<L> map(Function<T, L> line) {
        return new Slice<>(lines.stream().map(line).toList(), next);
    }
}
