package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.bson.Document;
import de.stadtforum.embedded.index.ValueRange.Bound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a filter demands of single fields; it may let more through than the filter, never less.
///
/// @param arrays whether the fields may hold arrays: then two demands may be met by two elements, and only one of them counts
record Conditions(Map<String, ValueRanges> fields, boolean arrays) {
    private static final Set<String> NARROWING =
            Set.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte", "$exists");
    private static final Set<String> TEXTUAL = Set.of("$eq", "$in", "$gt", "$gte", "$lt", "$lte");
    private static final Set<String> KNOWN =
            Set.of(
                    "$nin",
                    "$not",
                    "$ne",
                    "$mod",
                    "$size",
                    "$all",
                    "$elemMatch",
                    "$type",
                    "$regex",
                    "$options");

    static Conditions of(Document filter, boolean arrays) {
        var conditions = new Conditions(new LinkedHashMap<>(), arrays);
        filter.forEach(conditions::and);
        return conditions;
    }

    /// As [#of], once for each branch of the filter's first `$or`.
    static List<Conditions> branches(Document filter, boolean arrays) {
        var each = new ArrayList<Conditions>();
        for (var branch : firstOr(filter)) {
            var conditions = of(branch, arrays);
            filter.forEach(conditions::and);
            each.add(conditions);
        }
        return each.isEmpty() ? List.of(of(filter, arrays)) : each;
    }

    /// @return the branches of the first `$or` that the whole filter demands, none without one
    static List<Document> firstOr(Document filter) {
        if (filter.containsKey("$or")) return documents(filter.get("$or"));
        if (!filter.containsKey("$and")) return List.of();
        return documents(filter.get("$and")).stream()
                .map(Conditions::firstOr)
                .filter(branches -> !branches.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// A filter that a scan might refuse is left to the scan.
    static boolean understands(Document filter) {
        return filter.entrySet().stream()
                .allMatch(entry -> understands(entry.getKey(), entry.getValue()));
    }

    private static boolean understands(String key, @Nullable Object demand) {
        return switch (key) {
            case "$and", "$or", "$nor" -> areUnderstood(demand);
            case "$expr", "$comment" -> true;
            default -> !key.startsWith("$") && isUnderstood(demand);
        };
    }

    private static boolean areUnderstood(@Nullable Object parts) {
        return parts instanceof List<?> list
                && !list.isEmpty()
                && list.stream()
                        .allMatch(part -> part instanceof Document filter && understands(filter));
    }

    private static boolean isUnderstood(@Nullable Object demand) {
        if (!(demand instanceof Document operators)) return true;
        if (operators.keySet().stream().noneMatch(key -> key.startsWith("$"))) return true;
        return operators.keySet().stream()
                        .allMatch(key -> NARROWING.contains(key) || KNOWN.contains(key))
                && operators.getOrDefault("$in", List.of()) instanceof Collection<?>;
    }

    /// Whether it demands nothing but texts and flags of single fields, so that [#of] lets exactly the filter through where there are no arrays.
    ///
    /// @param fields takes those that it names
    static boolean asksForTexts(Document filter, Set<String> fields) {
        return filter.entrySet().stream()
                .allMatch(entry -> {
                    if (entry.getKey().equals("$and"))
                        return areUnderstood(entry.getValue())
                                && documents(entry.getValue()).stream()
                                        .allMatch(part -> asksForTexts(part, fields));
                    fields.add(entry.getKey());
                    return !entry.getKey().startsWith("$") && isText(entry.getValue());
                });
    }

    private static boolean isText(@Nullable Object demand) {
        if (!(demand instanceof Document operators)) return isTextOrFlag(demand);
        return !operators.isEmpty()
                && TEXTUAL.containsAll(operators.keySet())
                && operators.entrySet().stream()
                        .allMatch(each -> isText(each.getKey(), each.getValue()));
    }

    /// Elsewhere than in `$in` a list is an array to compare with.
    private static boolean isText(String operator, @Nullable Object operand) {
        return operator.equals("$in") && operand instanceof Collection<?> each
                ? each.stream().allMatch(Conditions::isTextOrFlag)
                : isTextOrFlag(operand);
    }

    private static boolean isTextOrFlag(@Nullable Object operand) {
        return operand instanceof String || operand instanceof Boolean;
    }

    @Nullable ValueRanges of(String field) {
        return fields.get(field);
    }

    private void and(String key, @Nullable Object demand) {
        if (key.equals("$and")) documents(demand).forEach(part -> part.forEach(this::and));
        else if (key.equals("$or")) or(documents(demand));
        else if (!key.startsWith("$")) and(key, ranges(demand));
    }

    private void and(String field, @Nullable ValueRanges ranges) {
        if (ranges != null)
            fields.merge(field, ranges, arrays ? (first, _) -> first : ValueRanges::and);
    }

    /// A field that each branch demands something of must meet one of the demands.
    private void or(List<Document> branches) {
        var first = of(branches.getFirst(), arrays);
        var rest = branches.stream().skip(1).map(branch -> of(branch, arrays)).toList();
        for (var field : first.fields.keySet()) {
            if (!rest.stream().allMatch(branch -> branch.fields.containsKey(field))) continue;
            and(
                    field,
                    rest.stream()
                            .map(branch -> branch.fields.get(field))
                            .reduce(first.fields.get(field), ValueRanges::or));
        }
    }

    private @Nullable ValueRanges ranges(@Nullable Object demand) {
        if (demand instanceof Document operators)
            return operators.isEmpty() ? null : all(operators);
        return value(demand);
    }

    private @Nullable ValueRanges all(Document operators) {
        if (!NARROWING.containsAll(operators.keySet()) && arrays) return null;
        ValueRanges all = null;
        for (var operator : operators.entrySet()) {
            var ranges =
                    isMissing(operator.getKey(), operator.getValue())
                            ? missing()
                            : ranges(operator.getKey(), operator.getValue());
            if (ranges != null) all = all == null ? ranges : all.and(ranges);
        }
        return all;
    }

    private static boolean isMissing(String operator, @Nullable Object operand) {
        return operator.equals("$exists") && Boolean.FALSE.equals(operand);
    }

    /// An index has null where there is nothing, but not for what is missing in an empty array.
    private @Nullable ValueRanges missing() {
        return arrays ? null : value(null);
    }

    private static @Nullable ValueRanges ranges(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> value(operand);
            case "$in" -> values(operand);
            case "$exists" -> Boolean.TRUE.equals(operand) ? ValueRanges.PRESENT : null;
            case "$gt", "$gte", "$lt", "$lte" -> range(operator, operand);
            default -> null;
        };
    }

    private static @Nullable ValueRanges value(@Nullable Object operand) {
        var bytes = SortableBytes.of(operand);
        return bytes == null ? null : ValueRanges.of(ValueRange.only(bytes, operand));
    }

    private static @Nullable ValueRanges values(@Nullable Object operands) {
        if (!(operands instanceof Collection<?> each)) return null;
        var values = new ArrayList<ValueRange>();
        for (var operand : each) {
            var bytes = SortableBytes.of(operand);
            if (bytes == null) return null;
            values.add(ValueRange.only(bytes, operand));
        }
        return ValueRanges.anyOf(values);
    }

    /// Only values of the operand's own type compare with it; nothing is greater or less than null.
    private static @Nullable ValueRanges range(String operator, @Nullable Object operand) {
        var bytes = SortableBytes.of(operand);
        if (bytes == null || bytes[0] == SortableBytes.NULL) return null;
        byte[] type = {bytes[0]};
        var first = Bound.before(type, null);
        var last = Bound.after(type, null);
        return ValueRanges.of(
                switch (operator) {
                    case "$gt" -> new ValueRange(Bound.after(bytes, operand), last);
                    case "$gte" -> new ValueRange(Bound.before(bytes, operand), last);
                    case "$lt" -> new ValueRange(first, Bound.before(bytes, operand));
                    default -> new ValueRange(first, Bound.after(bytes, operand));
                });
    }

    private static List<Document> documents(@Nullable Object list) {
        return list instanceof List<?> each
                ? each.stream().map(Document.class::cast).toList()
                : List.of();
    }
}
