package de.stadtforum.embedded.index;

import de.stadtforum.embedded.index.ValueRange.Bound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a filter leaves of a field's values: ranges in order that do not meet.
///
/// @param present whether a document without the field is ruled out
record ValueRanges(List<ValueRange> ranges, boolean present) {
    private static final byte[] FIRST_TYPE = {SortableBytes.NULL};
    private static final byte[] LAST_TYPE = {0x7f};
    static final ValueRanges PRESENT =
            new ValueRanges(
                    List.of(
                            new ValueRange(
                                    Bound.before(FIRST_TYPE, null), Bound.after(LAST_TYPE, null))),
                    true);

    static ValueRanges of(ValueRange range) {
        return new ValueRanges(List.of(range), range.from().bytes()[0] != SortableBytes.NULL);
    }

    boolean areOf(byte type) {
        return ranges.stream()
                .allMatch(
                        range -> range.from().bytes()[0] == type && range.to().bytes()[0] == type);
    }

    boolean areValues() {
        return ranges.stream().allMatch(ValueRange::isOneValue);
    }

    boolean isOneValue() {
        return ranges.size() == 1 && areValues();
    }

    ValueRanges or(ValueRanges other) {
        var sorted =
                Stream.concat(ranges.stream(), other.ranges.stream())
                        .sorted(Comparator.comparing(ValueRange::from))
                        .toList();
        return new ValueRanges(merged(sorted), present && other.present);
    }

    static ValueRanges anyOf(List<ValueRange> values) {
        var sorted = values.stream().sorted(Comparator.comparing(ValueRange::from)).toList();
        var present =
                values.stream().noneMatch(value -> value.from().bytes()[0] == SortableBytes.NULL);
        return new ValueRanges(merged(sorted), present);
    }

    private static List<ValueRange> merged(List<ValueRange> sorted) {
        var merged = new ArrayList<ValueRange>();
        for (var range : sorted) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || areApart(last, range)) merged.add(range);
            else if (last.to().compareTo(range.to()) < 0)
                merged.set(merged.size() - 1, new ValueRange(last.from(), range.to()));
        }
        return List.copyOf(merged);
    }

    /// Values that touch stay values.
    private static boolean areApart(ValueRange one, ValueRange next) {
        var gap = one.to().compareTo(next.from());
        return gap < 0 || (gap == 0 && one.isOneValue() && next.isOneValue());
    }

    ValueRanges and(ValueRanges other) {
        var common = new ArrayList<ValueRange>();
        for (int i = 0, j = 0; i < ranges.size() && j < other.ranges.size(); ) {
            var one = ranges.get(i);
            var two = other.ranges.get(j);
            var both = new ValueRange(later(one.from(), two.from()), earlier(one.to(), two.to()));
            if (!both.isEmpty()) common.add(both);
            if (one.to().compareTo(two.to()) < 0) i++;
            else j++;
        }
        return new ValueRanges(List.copyOf(common), present || other.present);
    }

    private static Bound later(Bound one, Bound two) {
        return one.compareTo(two) >= 0 ? one : two;
    }

    private static Bound earlier(Bound one, Bound two) {
        return one.compareTo(two) <= 0 ? one : two;
    }
}
