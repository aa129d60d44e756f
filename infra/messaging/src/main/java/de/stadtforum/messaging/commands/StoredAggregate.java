package de.stadtforum.messaging.commands;

import org.jspecify.annotations.Nullable;

/// An aggregate as it was read, or as this instance last wrote it.
///
/// @param version counts the writes; 0 where there is no document yet
/// @param write token of the last write; null in documents of older programs
/// @param told sequence of the newest fact decided
/// @param pendingBytes size of the facts that are not told yet
/// @param firstPending sequence of the oldest of them; 0 where there is none
/// @param teller the instance that is to tell them
/// @param remembered not read: whoever writes upon it asks whether it is still so
record StoredAggregate<A>(
        @Nullable A state,
        long version,
        @Nullable String write,
        long told,
        long pendingBytes,
        long firstPending,
        @Nullable String teller,
        boolean remembered) {
    /// As it is read where there is no document.
    static <A> StoredAggregate<A> none() {
        return new StoredAggregate<>(null, 0, null, 0, 0, 0, null, false);
    }

    /// As it is for all that is known: most that is created has a new id.
    static <A> StoredAggregate<A> unknown() {
        return new StoredAggregate<>(null, 0, null, 0, 0, 0, null, true);
    }

    /// As it is once this was written by an instance that tells it itself.
    StoredAggregate<A> after(A next, String token, int facts, long bytes, String me) {
        var first = firstPending > 0 || facts == 0 ? firstPending : told + 1;
        return new StoredAggregate<>(
                next, version + 1, token, told + facts, pendingBytes + bytes, first, me, true);
    }
}
