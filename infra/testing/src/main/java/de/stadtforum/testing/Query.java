package de.stadtforum.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/// What a query asks, without its values: which fields are compared for equality, which within a range, and in which order it wants them.
///
/// @param equal fields compared with one value or a few
/// @param range fields compared otherwise
/// @param order fields, with a minus where they descend; empty where none is asked for
/// @param limited it takes only the first of them
record Query(
        String collection,
        SortedSet<String> equal,
        SortedSet<String> range,
        List<String> order,
        boolean limited) {
    private static final Set<String> EQUALITIES = Set.of("$eq", "$in");

    /// They leave out a little and lead nowhere.
    private static final Set<String> EXCLUSIONS = Set.of("$ne", "$nin", "$not");

    /// One for each branch of an `$or`: each needs an index of its own.
    static List<Query> of(
            String collection, BsonDocument filter, BsonDocument order, boolean limited) {
        var queries = new ArrayList<Query>();
        for (var branch : branches(filter)) {
            var equal = new TreeSet<String>();
            var range = new TreeSet<String>();
            sort(branch, equal, range);
            range.removeAll(equal);
            queries.add(new Query(collection, equal, range, directed(order), limited));
        }
        return queries;
    }

    private static List<BsonDocument> branches(BsonDocument filter) {
        var branches = List.of(new BsonDocument());
        for (var each : filter.entrySet())
            switch (each.getKey()) {
                case "$or" -> branches = combined(branches, alternatives(each.getValue()));
                case "$and" -> {
                    for (var part : each.getValue().asArray())
                        branches = combined(branches, branches(part.asDocument()));
                }
                default ->
                        branches =
                                combined(
                                        branches,
                                        List.of(new BsonDocument(each.getKey(), each.getValue())));
            }
        return branches;
    }

    private static List<BsonDocument> alternatives(BsonValue or) {
        return or.asArray().stream().flatMap(each -> branches(each.asDocument()).stream()).toList();
    }

    /// The same field may come twice.
    private static List<BsonDocument> combined(List<BsonDocument> ones, List<BsonDocument> others) {
        var combined = new ArrayList<BsonDocument>();
        for (var one : ones)
            for (var other : others) {
                var both = one.clone();
                other.forEach((field, value) ->
                        both.put(both.containsKey(field) ? field + " '" : field, value));
                combined.add(both);
            }
        return combined;
    }

    private static void sort(BsonDocument branch, Set<String> equal, Set<String> range) {
        branch.forEach((key, value) -> {
            var field = key.replaceFirst(" .*", "");
            var operators =
                    value.isDocument()
                            && !value.asDocument().isEmpty()
                            && value.asDocument().getFirstKey().startsWith("$");
            // a pattern is held against each
            if (value.isRegularExpression()) return;
            if (!operators || EQUALITIES.containsAll(value.asDocument().keySet())) equal.add(field);
            else if (!EXCLUSIONS.containsAll(value.asDocument().keySet())) range.add(field);
        });
    }

    /// The fields in their order, those that descend with a minus.
    private static List<String> directed(BsonDocument order) {
        return order.entrySet().stream()
                .map(each ->
                        each.getValue().asNumber().intValue() < 0
                                ? "-" + each.getKey()
                                : each.getKey())
                .toList();
    }

    /// It asks for what an aggregate or a projection says.
    boolean isOfState() {
        return Stream.of(equal, range, order)
                .flatMap(Collection::stream)
                .anyMatch(field -> field.contains("state."));
    }

    boolean names(String field) {
        return equal.contains(field) || range.contains(field);
    }

    private boolean oneDirection() {
        return order.stream().map(each -> each.startsWith("-")).distinct().count() <= 1;
    }

    /// Whether this index finds it without looking at what does not fit: what is equal comes first, then what is a range or the order.
    boolean isServedBy(List<String> index) {
        var prefix = 0;
        while (prefix < index.size() && equal.contains(index.get(prefix))) prefix++;
        if (!oneDirection()) return false;
        var wanted =
                order.stream()
                        .map(field -> field.replaceFirst("^-", ""))
                        .filter(field -> !equal.contains(field))
                        .toList();
        if (wanted.isEmpty())
            return prefix > 0
                    || equal.isEmpty() && !index.isEmpty() && range.contains(index.getFirst());
        var rest = index.subList(prefix, index.size());
        var ordered = rest.size() >= wanted.size() && rest.subList(0, wanted.size()).equals(wanted);
        if (!ordered) return false;
        // in order, but past everything that is not equal
        return equal.isEmpty() ? limited || range.contains(wanted.getFirst()) : prefix > 0;
    }

    String words() {
        var filter = new ArrayList<String>();
        equal.forEach(field -> filter.add(field + " ="));
        range.forEach(field -> filter.add(field + " …"));
        return "| "
                + collection
                + " | "
                + String.join(", ", filter)
                + " | "
                + String.join(", ", order)
                + (limited ? " (first)" : "")
                + " |";
    }
}
