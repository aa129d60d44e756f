package de.stadtforum.messaging.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The order of a list: by these fields, then by id, all of them in one direction, so that no two documents share a place.
public record Order(List<String> fields, boolean descending) {
    public Order {
        fields = List.copyOf(fields);
    }

    public static Order ascending(String... fields) {
        return new Order(List.of(fields), false);
    }

    public static Order descending(String... fields) {
        return new Order(List.of(fields), true);
    }

    Bson sort() {
        var all = withId();
        return descending ? Sorts.descending(all) : Sorts.ascending(all);
    }

    /// All that stand in it, as the index of the first field has them: a day or a text.
    public Bson all() {
        return Filters.gte(fields.getFirst(), "");
    }

    private List<String> withId() {
        var all = new ArrayList<>(fields);
        all.add("_id");
        return all;
    }

    /// Where a document stands.
    List<@Nullable Object> placeOf(Document document) {
        var place = new ArrayList<@Nullable Object>();
        for (var field : withId())
            place.add(document.getEmbedded(Arrays.asList(field.split("\\.")), Object.class));
        return place;
    }

    /// What comes after this place.
    Bson after(List<@Nullable Object> place) {
        var all = withId();
        var ways = new ArrayList<Bson>();
        for (var last = 0; last < all.size(); last++) {
            var same = new ArrayList<Bson>();
            for (var before = 0; before < last; before++)
                same.add(eq(all.get(before), place.get(before)));
            var beyond = beyond(all.get(last), place.get(last));
            if (beyond == null) continue;
            same.add(beyond);
            ways.add(and(same));
        }
        var after = or(ways);
        var first = place.getFirst();
        if (first == null || descending) return after;
        // the same once more, as the index of the first field reads it
        return and(Filters.gte(all.getFirst(), first), after);
    }

    /// What is missing stands before everything that is there; null when nothing can come.
    private @Nullable Bson beyond(String field, @Nullable Object value) {
        if (descending) return value == null ? null : or(lt(field, value), eq(field, null));
        return value == null ? ne(field, null) : gt(field, value);
    }
}
