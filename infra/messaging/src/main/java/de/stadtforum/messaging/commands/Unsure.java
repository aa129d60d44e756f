package de.stadtforum.messaging.commands;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes whose answers were lost, by token, all of them upon the same state: whether one of them was applied shows only the
/// document, and one that is on its way may arrive yet.
final class Unsure<A> {
    private final Map<String, FoldedCommands<A>> writes = new HashMap<>();
    private long version;

    /// @param next the version that it makes
    void add(long next, String token, FoldedCommands<A> folded) {
        version = next;
        writes.put(token, folded);
    }

    boolean any() {
        return !writes.isEmpty();
    }

    /// The one that any of them makes.
    long version() {
        return version;
    }

    /// @return null where the document was written by another
    @Nullable FoldedCommands<A> writtenAs(@Nullable String token) {
        return writes.get(String.valueOf(token));
    }

    void clear() {
        writes.clear();
    }
}
