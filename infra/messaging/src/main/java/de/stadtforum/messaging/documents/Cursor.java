package de.stadtforum.messaging.documents;

import java.nio.charset.StandardCharsets;
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

    static String of(Bson filter, Order order, List<@Nullable Object> place) {
        var json = new Document("list", nameOf(filter, order)).append("place", place).toJson();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws BadCursor when it is none, or belongs to another list
    static List<@Nullable Object> read(String cursor, Bson filter, Order order) {
        if (cursor.length() > LONGEST) throw new BadCursor("longer than " + LONGEST);
        Document read;
        try {
            read =
                    Document.parse(
                            new String(
                                    Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | BSONException | JsonParseException none) {
            throw new BadCursor("not a cursor of this service");
        }
        if (!(read.get("list") instanceof Integer list)
                || !(read.get("place") instanceof List<?> place)
                || place.size() != order.fields().size() + 1
                || place.stream().anyMatch(each -> !isValue(each)))
            throw new BadCursor("not a cursor of this service");
        if (list != nameOf(filter, order))
            throw new BadCursor("of another filter or order: begin anew without it");
        return new ArrayList<>(place); // with nulls
    }

    /// Nothing that a filter would read as more than a value.
    private static boolean isValue(@Nullable Object each) {
        return each == null
                || each instanceof String
                || each instanceof Number
                || each instanceof Boolean;
    }

    private static int nameOf(Bson filter, Order order) {
        return (filter.toBsonDocument().toJson() + order).hashCode();
    }
}
