package de.stadtforum.embedded.index;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A way to the documents that a filter may let through.
///
/// @param candidates how many documents it leads to
/// @param inOrder whether they come in the order that was asked for
record AccessPath(long candidates, boolean inOrder, Supplier<Stream<Object>> positions) {

    /// How many documents will be looked at.
    ///
    /// @param wanted how many are to be found, 0 for all
    /// @param matches how many the filter lets through, at most
    double cost(long wanted, long matches) {
        if (!inOrder || wanted == 0) return (double) candidates;
        return Math.min((double) candidates, (double) wanted / Math.max(1, matches) * candidates);
    }

    /// @throws GaveUp when more documents are looked at than the budget
    Stream<Object> positions(long budget) {
        if (candidates <= budget) return positions.get();
        var looked = new AtomicLong();
        return positions
                .get()
                .peek(_ -> {
                    if (looked.incrementAndGet() > budget) throw new GaveUp();
                });
    }

    /// The first matches of an order were expected early, and did not come.
    static final class GaveUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        private GaveUp() {
            super(null, null, false, false);
        }
    }
}
