package de.stadtforum.messaging.feeds;

import de.stadtforum.contracts.Fact;
import de.stadtforum.messaging.documents.Index;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What makes a feed: the pure fold of one owner's facts and, for a reaction, what to do at each.
///
/// @param version raised with every change of what the fold makes of the same facts
/// @param formers the folds of older versions that something still depends on, as a released report
/// @param indexes for the queries of its documents
/// @param newestWins the facts are whole states on a compacted topic: a missing one is no gap
record Fold<P, F extends Fact>(
        String name,
        Class<F> owner,
        int version,
        P zero,
        BiFunction<P, Recorded<F>, P> after,
        @Nullable Reaction<P, F> reaction,
        Map<Integer, Fold<?, F>> formers,
        List<Index> indexes,
        boolean newestWins) {
    Fold {
        formers = Map.copyOf(formers);
        indexes = List.copyOf(indexes);
    }

    /// @throws FoldNotKept when the program does not have it any more
    Fold<?, F> inVersion(int wanted) {
        if (wanted == version) return this;
        var former = formers.get(wanted);
        if (former == null) throw new FoldNotKept(name, wanted);
        return former;
    }
}
