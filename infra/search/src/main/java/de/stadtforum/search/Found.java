package de.stadtforum.search;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a question finds: some keys in its order; the documents come from the database.
///
/// @param next cursor of the next; null at the end
/// @param count of all, whatever the cursor
/// @param facets how many have each value, by keyword and value; none where words find more than can be counted
public record Found(
        List<EntryKey> keys,
        @Nullable String next,
        Count count,
        SortedMap<String, SortedMap<String, Long>> facets) {
    static final Found NOTHING = new Found(List.of(), null, new Count(0, true), new TreeMap<>());

    /// How many there are: exact to 10,000, above it only that there are more.
    public record Count(long least, boolean exact) {
        public static final int EXACT_TO = 10_000;

        static Count of(long entries) {
            return entries <= EXACT_TO ? new Count(entries, true) : new Count(EXACT_TO, false);
        }
    }

    public List<String> ids() {
        return keys.stream().map(EntryKey::id).toList();
    }
}
