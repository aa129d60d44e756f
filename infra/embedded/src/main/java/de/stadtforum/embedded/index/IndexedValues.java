package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a filter would compare of one field of one document: its value, or each element of an array on the way to it.
final class IndexedValues {
    final SortedSet<byte[]> bytes = new TreeSet<>(Arrays::compareUnsigned);
    boolean array;
    boolean present;

    /// Some value has no place in the order.
    boolean unordered;

    private final List<String> path;

    private IndexedValues(List<String> path) {
        this.path = path;
    }

    static IndexedValues of(Document document, IndexKey key) {
        var values = new IndexedValues(List.of(key.getKey().split("\\.", -1)));
        values.descend(document, 0);
        return values;
    }

    private void descend(@Nullable Object value, int depth) {
        if (value instanceof List<?> elements) {
            addArray();
            // a number may be a place in the array
            if (Character.isDigit(path.get(depth).charAt(0))) unordered = true;
            for (var element : elements) descend(element, depth);
            return;
        }
        var next =
                value instanceof Document document
                        ? document.getOrMissing(path.get(depth))
                        : Missing.getInstance();
        if (depth + 1 < path.size()) descend(next, depth + 1);
        else addLeaf(next);
    }

    private void addLeaf(@Nullable Object leaf) {
        if (leaf instanceof Collection<?> elements) {
            addArray();
            present = true;
            elements.forEach(this::add);
        } else {
            if (!(leaf instanceof Missing)) present = true;
            add(leaf);
        }
    }

    private void addArray() {
        array = true;
        bytes.add(new byte[] {SortableBytes.ARRAY});
    }

    private void add(@Nullable Object value) {
        var sortable = SortableBytes.of(value);
        if (sortable == null) unordered = true;
        else bytes.add(sortable);
    }
}
