package de.stadtforum.messaging.commands;

import org.jspecify.annotations.Nullable;

/// An aggregate as it was read.
///
/// @param version counts the writes; 0 where there is no document yet
/// @param told sequence of the newest fact decided
/// @param waiting how many facts are not told yet
record StoredAggregate<A>(@Nullable A state, long version, long told, int waiting) {
    static <A> StoredAggregate<A> none() {
        return new StoredAggregate<>(null, 0, 0, 0);
    }
}
