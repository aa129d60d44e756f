package de.stadtforum.messaging.replay;

import de.stadtforum.messaging.feeds.DroppedFact;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What makes a replay come to the same for ever: up to where it reads, with which folds, and without which facts.
///
/// @param ends where the log ended, by `topic/partition`
/// @param folds version of the fold, by feed; today's where a feed is not named
/// @param drops the facts that an operator had dropped by then; null where nobody noted it, then today's count
public record ReplayPoint(
        SortedMap<String, Long> ends,
        SortedMap<String, Integer> folds,
        @Nullable List<DroppedFact> drops) {
    public ReplayPoint {
        drops = drops == null ? null : List.copyOf(drops);
    }

    /// As folds and drops are today.
    public static ReplayPoint upTo(SortedMap<String, Long> ends) {
        return new ReplayPoint(ends, new TreeMap<>(), null);
    }
}
