package de.stadtforum.messaging.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an outbox that was sent.
///
/// @param facts what the broker has, in order
/// @param refused what stopped the rest; null when all of it was taken
record Told(Outbox outbox, List<PendingFact> facts, @Nullable Refusal refused) {
    long upTo() {
        return facts.getLast().sequence();
    }
}
