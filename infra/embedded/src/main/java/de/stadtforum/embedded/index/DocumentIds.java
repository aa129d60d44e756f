package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// The ids of a collection's documents: the order in which the store holds them, and where the library finds one.
///
/// @param field null where a collection has no ids
/// @param index the library's, null where there is none
record DocumentIds(
        MVMap<Object, Document> documents, @Nullable String field, @Nullable Index<Object> index) {

    @Nullable AccessPath withValues(Conditions conditions, List<IndexKey> sort) {
        var values = field == null ? null : conditions.of(field);
        if (values == null || index == null || !values.areValues() || !values.present())
            return null;
        var count = values.ranges().size();
        return new AccessPath(
                count,
                sort.isEmpty() || count <= 1,
                () -> natural(values.ranges().stream().flatMap(this::withId)));
    }

    private Stream<Object> withId(ValueRange value) {
        var query = new Document(field, value.from().value());
        return StreamSupport.stream(
                Objects.requireNonNull(index).getPositions(query).spliterator(), false);
    }

    /// Each once, in the order in which a scan would come to them.
    Stream<Object> natural(Stream<Object> positions) {
        var natural = new TreeSet<Object>(documents.getKeyType());
        positions.forEach(natural::add);
        return natural.stream();
    }

    @Nullable AccessPath inOrder(Conditions conditions, List<IndexKey> sort) {
        var type = typeOfAll();
        if (type == null) return null;
        var byId = !sort.isEmpty() && sort.getFirst().getKey().equals(field);
        var ranges = ranges(conditions);
        if (ranges == null && !byId) return null;
        var forward = !byId || sort.getFirst().isAscending();
        var along =
                ranges == null
                        ? List.of(new IdRange(documents.firstKey(), documents.lastKey()))
                        : idRanges(ranges);
        return new AccessPath(
                along.stream().mapToLong(this::count).sum(),
                sort.isEmpty() || byId,
                () ->
                        (forward ? along : along.reversed())
                                .stream().flatMap(range -> positions(range, forward)));
    }

    /// The ids that a condition leaves, both included: the filter decides on the bounds.
    private record IdRange(Object from, Object to) {}

    private List<IdRange> idRanges(ValueRanges ranges) {
        return ranges.ranges().stream()
                .map(range ->
                        new IdRange(
                                Objects.requireNonNullElse(
                                        range.from().value(), documents.firstKey()),
                                Objects.requireNonNullElse(
                                        range.to().value(), documents.lastKey())))
                .filter(range -> documents.getKeyType().compare(range.from, range.to) <= 0)
                .toList();
    }

    /// A single id counts as there: to look whether it is costs as much as to find it.
    private long count(IdRange range) {
        if (range.from.equals(range.to)) return 1;
        return rank(range.to) - rank(range.from) + 1;
    }

    private long rank(Object id) {
        var rank = documents.getKeyIndex(id);
        return rank < 0 ? -rank - 1 : rank;
    }

    private Stream<Object> positions(IdRange range, boolean forward) {
        var cursor =
                forward
                        ? documents.cursor(range.from, range.to, false)
                        : documents.cursor(range.to, range.from, true);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false);
    }

    /// The store keeps ids of one type together: if the first and the last are of it, all are, and in the order of their values.
    ///
    /// @return the type's byte, null if its order in the store is another
    private @Nullable Byte typeOfAll() {
        if (field == null || documents.isEmpty()) return null;
        var type = documents.firstKey().getClass();
        if (type != documents.lastKey().getClass()) return null;
        if (type != String.class && type != ObjectId.class) return null;
        return Objects.requireNonNull(SortableBytes.of(documents.firstKey()))[0];
    }

    /// What the conditions leave of the ids.
    ///
    /// @return null for all of them, or if their order in the store is another
    @Nullable ValueRanges ranges(Conditions conditions) {
        var type = typeOfAll();
        if (field == null || type == null) return null;
        var ranges = conditions.of(field);
        return ranges != null && ranges.areOf(type) ? ranges : null;
    }

    /// @return null if the store holds the documents in another order
    @Nullable String orderedField() {
        return typeOfAll() == null ? null : field;
    }

    long count() {
        return documents.sizeAsLong();
    }
}
