package de.stadtforum.messaging.commands;

import org.jspecify.annotations.Nullable;

/// An aggregate as it was read.
///
/// @param version counts the writes; 0 where there is no document yet
/// @param write token of the last write; null in documents of older programs
/// @param told sequence of the newest fact decided
/// @param pendingBytes size of the facts that are not told yet
/// @param firstPending sequence of the oldest of them; 0 where there is none
/// @param teller the instance that is to tell them
record StoredAggregate<A>(
        @Nullable A state,
        long version,
        @Nullable String write,
        long told,
        long pendingBytes,
        long firstPending,
        @Nullable String teller) {
    static <A> StoredAggregate<A> none() {
        return new StoredAggregate<>(null, 0, null, 0, 0, 0, null);
    }
}
