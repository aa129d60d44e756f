package de.stadtforum.messaging.documents;

import de.stadtforum.messaging.documents.BadCursor.Why;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.json.JsonParseException;
import org.jspecify.annotations.Nullable;

/// Where the next lines of a list begin, as its reader carries it: opaque, and good for the same list alone.
final class Cursor {
    private static final int LONGEST = 2_000;

    private Cursor() {}

    /// @param listed which collection: two lists may have the same filter and order
    static String of(String listed, Bson filter, Order order, List<@Nullable Object> place) {
        var json =
                new Document("list", nameOf(listed, filter, order)).append("place", place).toJson();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws BadCursor when it is none, or belongs to another list
    static List<@Nullable Object> read(String cursor, String listed, Bson filter, Order order) {
        if (cursor.length() > LONGEST) throw new BadCursor(Why.NO_CURSOR);
        Document read;
        try {
            read =
                    Document.parse(
                            new String(
                                    Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException
                | BSONException
                | JsonParseException
                | DateTimeException none) {
            throw new BadCursor(Why.NO_CURSOR);
        }
        if (!(read.get("list") instanceof Integer list)
                || !(read.get("place") instanceof List<?> place)
                || place.size() != order.fields().size() + 1
                || place.stream().anyMatch(each -> !isValue(each)))
            throw new BadCursor(Why.NO_CURSOR);
        if (list != nameOf(listed, filter, order)) throw new BadCursor(Why.OF_ANOTHER_LIST);
        return new ArrayList<>(place); // with nulls
    }

    /// Nothing that a filter would read as more than a value.
    private static boolean isValue(@Nullable Object each) {
        return each == null
                || each instanceof String
                || each instanceof Number
                || each instanceof Boolean;
    }

    private static int nameOf(String listed, Bson filter, Order order) {
        return (listed + filter.toBsonDocument().toJson() + order).hashCode();
    }
}
