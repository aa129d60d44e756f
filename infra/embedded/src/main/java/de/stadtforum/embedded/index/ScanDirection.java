package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an index is read: along its values or against them, and so the documents of equal values.
record ScanDirection(boolean forward, boolean tiesForward) {
    static final ScanDirection FORWARD = new ScanDirection(true, true);

    /// So that the documents come as a stable sort of the whole collection would have them.
    ///
    /// @param constants how many of the leading fields have one value only
    /// @param id the field that orders the documents of equal values, null if their order is not that of its values
    /// @return null if the index does not have this order
    static @Nullable ScanDirection of(
            List<IndexKey> keys, int constants, List<IndexKey> sort, @Nullable String id) {
        var next = constants;
        Boolean forward = null;
        for (var field : sort) {
            var name = field.getKey();
            if (keys.subList(0, constants).stream().anyMatch(key -> key.getKey().equals(name)))
                continue;
            if (next == keys.size())
                return name.equals(id)
                        ? new ScanDirection(isForward(forward), field.isAscending())
                        : null;
            var key = keys.get(next++);
            var along = key.isAscending() == field.isAscending();
            if (!key.getKey().equals(name) || (forward != null && forward != along)) return null;
            forward = along;
        }
        return next == keys.size() ? new ScanDirection(isForward(forward), true) : null;
    }

    private static boolean isForward(@Nullable Boolean forward) {
        return forward == null || forward;
    }
}
