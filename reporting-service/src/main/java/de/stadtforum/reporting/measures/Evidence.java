package de.stadtforum.reporting.measures;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a measure counted: a page that every reader may open or, where there is none, an extract in words.
///
/// @param kind of the words in `words_….properties`, as `evidence.meeting`
/// @param said what the words name
/// @param path of an open page of the platform; null for an extract
public record Evidence(String kind, SortedMap<String, Object> said, @Nullable String path) {
    /// @param namesAndValues in turn
    public static Evidence of(String kind, @Nullable String path, Object... namesAndValues) {
        var said = new TreeMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2)
            said.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        return new Evidence(kind, said, path);
    }
}
