package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the way to a filter's documents that looks at the fewest.
record QueryPlanner(DocumentIds ids, Collection<OrderedIndex> indexes) {

    /// @param wanted how many documents are to be found, 0 for all
    /// @return null if nothing is better than a scan
    @Nullable AccessPath cheapest(Document filter, @Nullable Document orderBy, long wanted) {
        var sort = sort(orderBy);
        if (sort == null || !Conditions.understands(filter)) return null;
        var conditions = Conditions.of(filter, false);
        var byId = ids.withValues(conditions, sort);
        if (byId != null && byId.candidates() <= 1) return byId;
        return cheapest(paths(byId, conditions, filter, sort), wanted);
    }

    /// How many documents a filter finds, where the ranks in an index alone say it: it asks for texts and flags in the leading fields, one value of
    /// each but the last. No document is read.
    OptionalLong counted(Document filter) {
        var asked = new LinkedHashSet<String>();
        if (!Conditions.asksForTexts(filter, asked) || asked.isEmpty()) return OptionalLong.empty();
        var conditions = Conditions.of(filter, false);
        return indexes.stream()
                .filter(index ->
                        index.unordered() == 0
                                && !index.holdsArrays()
                                && leads(index, asked, conditions))
                .mapToLong(index -> index.count(ranges(index, List.of(conditions))))
                .findFirst();
    }

    private static boolean leads(OrderedIndex index, Set<String> asked, Conditions conditions) {
        if (index.keys().size() < asked.size()) return false;
        var leading = index.keys().subList(0, asked.size());
        return leading.stream().map(IndexKey::getKey).allMatch(asked::contains)
                && leading.stream()
                        .limit(asked.size() - 1L)
                        .map(key -> conditions.of(key.getKey()))
                        .allMatch(ranges -> ranges != null && ranges.isOneValue());
    }

    private @Nullable AccessPath cheapest(List<AccessPath> paths, long wanted) {
        var all = ids.count();
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
                        Stream.of(byId, ids.inOrder(conditions, sort), anyOf(filter, sort)),
                        indexes.stream().map(index -> through(index, filter, sort)))
                .filter(Objects::nonNull)
                .toList();
    }

    /// Each branch of an `$or` by an index of its own.
    private @Nullable AccessPath anyOf(Document filter, List<IndexKey> sort) {
        var branches = new ArrayList<AccessPath>();
        for (var branch : Conditions.firstOr(filter)) {
            var path = cheapest(branch, null, 0);
            if (path == null) return null;
            branches.add(path);
        }
        if (branches.isEmpty()) return null;
        return new AccessPath(
                branches.stream().mapToLong(AccessPath::candidates).sum(),
                sort.isEmpty(),
                () -> ids.natural(branches.stream().flatMap(path -> path.positions().get())));
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
        return index.merged(
                branches.stream()
                        .map(branch -> new KeyRanges(index.keys(), branch, ids.ranges(branch)))
                        .flatMap(branch -> branch.all().stream())
                        .toList());
    }

    private @Nullable ScanDirection direction(
            OrderedIndex index, Conditions conditions, List<IndexKey> sort) {
        return ScanDirection.of(
                index.keys(), constants(index, conditions), sort, ids.orderedField());
    }

    private Stream<Object> natural(OrderedIndex index, List<KeyRange> ranges) {
        return ids.natural(
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
