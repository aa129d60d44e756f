package de.stadtforum.reporting.obligations;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How an obligation stands on a day, in words, and where that can be seen.
///
/// @param values what was measured
record State(
        Obligation obligation,
        Light light,
        String note,
        SortedMap<String, Object> values,
        List<Link> evidence) {
    /// @param path of an open page of the platform; null where the label is the extract
    record Link(String label, @Nullable String path) {}
}
