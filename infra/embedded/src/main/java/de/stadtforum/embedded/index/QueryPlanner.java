package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// Finds the way to a filter's documents that looks at the fewest.
///
/// @param ids the library's index of the ids, null where a collection has none
record QueryPlanner(
        MVMap<Object, Document> documents,
        @Nullable String idField,
        @Nullable Index<Object> ids,
        Collection<OrderedIndex> indexes) {

    /// @param wanted how many documents are to be found, 0 for all
    /// @return null if nothing is better than a scan
    @Nullable AccessPath cheapest(Document filter, @Nullable Document orderBy, long wanted) {
        var sort = sort(orderBy);
        if (sort == null || !Conditions.understands(filter)) return null;
        var conditions = Conditions.of(filter, false);
        var byId = byId(conditions, sort);
        if (byId != null && byId.candidates() <= 1) return byId;
        return cheapest(paths(byId, conditions, filter, sort), wanted);
    }

    private @Nullable AccessPath cheapest(List<AccessPath> paths, long wanted) {
        var all = documents.sizeAsLong();
        var matches = paths.stream().mapToLong(AccessPath::candidates).min().orElse(all);
        return paths.stream()
                .filter(path -> path.cost(wanted, matches) < all)
                .min(Comparator.comparingDouble(path -> path.cost(wanted, matches)))
                .orElse(null);
    }

    /// @return null for an order that is not one of fields
    private static @Nullable List<IndexKey> sort(@Nullable Document orderBy) {
        var sort = new ArrayList<IndexKey>();
        if (orderBy == null) return sort;
        for (var field : orderBy.entrySet()) {
            if (field.getKey().startsWith("$") || !(field.getValue() instanceof Number direction))
                return null;
            sort.add(new IndexKey(field.getKey(), direction.intValue() > 0));
        }
        return sort;
    }

    private List<AccessPath> paths(
            @Nullable AccessPath byId,
            Conditions conditions,
            Document filter,
            List<IndexKey> sort) {
        return Stream.concat(
                        Stream.of(byId, alongIds(conditions, sort)),
                        indexes.stream().map(index -> through(index, filter, sort)))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable AccessPath byId(Conditions conditions, List<IndexKey> sort) {
        var values = idField == null ? null : conditions.of(idField);
        if (values == null || ids == null || !values.areValues() || !values.present()) return null;
        var count = values.ranges().size();
        return new AccessPath(
                count,
                sort.isEmpty() || count <= 1,
                () -> natural(values.ranges().stream().flatMap(this::withId)));
    }

    private Stream<Object> withId(ValueRange value) {
        var query = new Document(idField, value.from().value());
        return StreamSupport.stream(
                Objects.requireNonNull(ids).getPositions(query).spliterator(), false);
    }

    /// Each once, in the order in which a scan would come to them.
    private Stream<Object> natural(Stream<Object> positions) {
        var natural = new TreeSet<Object>(documents.getKeyType());
        positions.forEach(natural::add);
        return natural.stream();
    }

    private @Nullable AccessPath alongIds(Conditions conditions, List<IndexKey> sort) {
        var type = typeOfAllIds();
        if (type == null) return null;
        var byId = !sort.isEmpty() && sort.getFirst().getKey().equals(idField);
        var ranges = idRanges(conditions, type);
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

    private long count(IdRange range) {
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
    private @Nullable Byte typeOfAllIds() {
        if (idField == null || documents.isEmpty()) return null;
        var type = documents.firstKey().getClass();
        if (type != documents.lastKey().getClass()) return null;
        if (type != String.class && type != ObjectId.class) return null;
        return Objects.requireNonNull(SortableBytes.of(documents.firstKey()))[0];
    }

    private @Nullable ValueRanges idRanges(Conditions conditions, @Nullable Byte type) {
        if (idField == null || type == null) return null;
        var ranges = conditions.of(idField);
        return ranges != null && ranges.areOf(type) ? ranges : null;
    }

    private @Nullable AccessPath through(OrderedIndex index, Document filter, List<IndexKey> sort) {
        var arrays = index.holdsArrays();
        var conditions = Conditions.of(filter, arrays);
        if (index.isSparse() && !rulesOutMissing(index, conditions)) return null;
        var ranges = ranges(index, Conditions.branches(filter, arrays));
        var unordered = index.unordered();
        var count = index.count(ranges) + unordered;
        var direction = arrays || unordered > 0 ? null : direction(index, conditions, sort);
        return direction == null
                ? new AccessPath(count, sort.isEmpty(), () -> natural(index, ranges))
                : new AccessPath(count, true, () -> index.positions(ranges, direction));
    }

    private List<KeyRange> ranges(OrderedIndex index, List<Conditions> branches) {
        var idType = typeOfAllIds();
        return index.merged(
                branches.stream()
                        .map(branch ->
                                new KeyRanges(index.keys(), branch, idRanges(branch, idType)))
                        .flatMap(branch -> branch.all().stream())
                        .toList());
    }

    private @Nullable ScanDirection direction(
            OrderedIndex index, Conditions conditions, List<IndexKey> sort) {
        return ScanDirection.of(
                index.keys(),
                constants(index, conditions),
                sort,
                typeOfAllIds() == null ? null : idField);
    }

    private Stream<Object> natural(OrderedIndex index, List<KeyRange> ranges) {
        return natural(
                Stream.concat(
                        index.positions(ranges, ScanDirection.FORWARD),
                        index.unorderedPositions()));
    }

    private static boolean rulesOutMissing(OrderedIndex index, Conditions conditions) {
        return index.keys().stream()
                .map(key -> conditions.of(key.getKey()))
                .anyMatch(ranges -> ranges != null && ranges.present());
    }

    private static int constants(OrderedIndex index, Conditions conditions) {
        var constants = 0;
        for (var key : index.keys()) {
            var ranges = conditions.of(key.getKey());
            if (ranges == null || !ranges.isOneValue()) break;
            constants++;
        }
        return constants;
    }
}
