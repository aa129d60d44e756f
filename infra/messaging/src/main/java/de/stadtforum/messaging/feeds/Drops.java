package de.stadtforum.messaging.feeds;

import de.stadtforum.messaging.feeds.DeadLetters.Drop;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What an operator decided that a feed goes on without: today's decisions for the running one and its rebuild, those of its day for a replay.
interface Drops {
    Set<String> aggregates();

    /// By sequence.
    Map<Long, Drop> of(String aggregate);

    /// As they stand now, and as they change.
    static Drops ofToday(DeadLetters deadLetters, String feed) {
        return new Drops() {
            @Override
            public Set<String> aggregates() {
                return deadLetters.droppedOf(feed);
            }

            @Override
            public Map<Long, Drop> of(String aggregate) {
                return deadLetters.dropped(feed, aggregate);
            }
        };
    }

    /// These and no other.
    static Drops pinned(Collection<DroppedFact> facts, String feed) {
        var pinned = new LinkedHashMap<String, Map<Long, Drop>>();
        for (var each : facts)
            if (each.feed().equals(feed))
                pinned.computeIfAbsent(each.aggregate(), _ -> new LinkedHashMap<>())
                        .put(each.sequence(), Drop.FACT);
        return new Drops() {
            @Override
            public Set<String> aggregates() {
                return pinned.keySet();
            }

            @Override
            public Map<Long, Drop> of(String aggregate) {
                return pinned.getOrDefault(aggregate, Map.of());
            }
        };
    }
}
