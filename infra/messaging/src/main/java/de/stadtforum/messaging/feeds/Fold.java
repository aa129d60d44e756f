package de.stadtforum.messaging.feeds;

import de.stadtforum.contracts.Fact;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What makes a feed: the pure fold of one owner's facts and, for a reaction, what to do at each.
///
/// @param newestWins the facts are whole states on a compacted topic: a missing one is no gap
record Fold<P, F extends Fact>(
        String name,
        Class<F> owner,
        P zero,
        BiFunction<P, F, P> after,
        @Nullable Reaction<P, F> reaction,
        boolean newestWins) {}
