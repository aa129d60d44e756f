package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in an index the documents are that meet the conditions: single values of the leading fields, then ranges of one more.
///
/// @param ids the ranges of the positions behind equal values, null if these are not known
record KeyRanges(List<IndexKey> keys, Conditions conditions, @Nullable ValueRanges ids) {
    private static final int MOST = 1000;

    List<KeyRange> all() {
        var beginnings = List.of(new byte[0]);
        for (var key : keys) {
            var ranges = conditions.of(key.getKey());
            if (ranges == null) return beginnings.stream().map(KeyRanges::beginningWith).toList();
            var directed = directed(ranges, key.isAscending());
            if (!ranges.areValues() || beginnings.size() * directed.size() > MOST)
                return extended(beginnings, directed);
            beginnings = continued(beginnings, directed);
        }
        return ids == null
                ? beginnings.stream().map(KeyRanges::beginningWith).toList()
                : among(ids, beginnings);
    }

    private static List<ValueRange> directed(ValueRanges ranges, boolean ascending) {
        return ascending
                ? ranges.ranges()
                : ranges.ranges().stream().map(ValueRange::inverted).toList().reversed();
    }

    private static KeyRange beginningWith(byte[] beginning) {
        return beginning.length == 0
                ? OrderedIndex.all()
                : KeyRange.between(beginning, SortableBytes.after(beginning));
    }

    private static List<KeyRange> extended(List<byte[]> beginnings, List<ValueRange> ranges) {
        var extended = new ArrayList<KeyRange>();
        for (var beginning : beginnings)
            for (var range : ranges)
                extended.add(
                        KeyRange.between(
                                SortableBytes.concatenated(beginning, range.from().edge()),
                                SortableBytes.concatenated(beginning, range.to().edge())));
        return extended;
    }

    private static List<byte[]> continued(List<byte[]> beginnings, List<ValueRange> values) {
        var continued = new ArrayList<byte[]>();
        for (var beginning : beginnings)
            for (var value : values)
                continued.add(SortableBytes.concatenated(beginning, value.from().bytes()));
        return continued;
    }

    private static List<KeyRange> among(ValueRanges ids, List<byte[]> beginnings) {
        var among = new ArrayList<KeyRange>();
        for (var bytes : beginnings)
            for (var range : ids.ranges())
                among.add(
                        new KeyRange(
                                entry(bytes, range.from(), IndexEntry.before(bytes)),
                                entry(bytes, range.to(), IndexEntry.after(bytes))));
        return among;
    }

    /// With the bound's own position: the filter decides on it.
    private static IndexEntry entry(byte[] bytes, ValueRange.Bound bound, IndexEntry open) {
        return bound.value() == null ? open : new IndexEntry(bytes, bound.value());
    }
}
