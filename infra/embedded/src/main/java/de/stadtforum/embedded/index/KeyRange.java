package de.stadtforum.embedded.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The entries of an index from one bound up to another.
record KeyRange(IndexEntry from, IndexEntry to) {

    static KeyRange between(byte[] from, byte[] to) {
        return new KeyRange(IndexEntry.before(from), IndexEntry.before(to));
    }

    /// In order, those that overlap as one.
    static List<KeyRange> merged(List<KeyRange> ranges, Comparator<IndexEntry> order) {
        var merged = new ArrayList<KeyRange>();
        for (var range :
                ranges.stream().sorted(Comparator.comparing(KeyRange::from, order)).toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || order.compare(last.to, range.from) < 0) merged.add(range);
            else if (order.compare(last.to, range.to) < 0)
                merged.set(merged.size() - 1, new KeyRange(last.from, range.to));
        }
        return merged;
    }

    KeyRange within(KeyRange other, Comparator<IndexEntry> order) {
        return new KeyRange(
                order.compare(from, other.from) >= 0 ? from : other.from,
                order.compare(to, other.to) <= 0 ? to : other.to);
    }

    boolean isNotEmpty(Comparator<IndexEntry> order) {
        return order.compare(from, to) < 0;
    }
}
