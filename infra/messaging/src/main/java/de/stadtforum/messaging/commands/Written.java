package de.stadtforum.messaging.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The aggregates of one kind as this instance last wrote them, so that the next command on one need not read it first.
final class Written<A> {
    private static final int MOST = 64;

    private final Map<String, StoredAggregate<A>> last =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, StoredAggregate<A>> eldest) {
                    return size() > MOST;
                }
            };

    /// For one command: if it is not written upon, it is read.
    synchronized StoredAggregate<A> take(String id) {
        var known = last.remove(id);
        return known == null ? StoredAggregate.unknown() : known;
    }

    synchronized void remember(String id, @Nullable StoredAggregate<A> written) {
        if (written == null) last.remove(id);
        else last.put(id, written);
    }
}
