package de.stadtforum.messaging;

import de.stadtforum.contracts.Fact;
import java.util.List;

/// What an aggregate answers to a command: a new state with the facts that tell it, nothing to do, or a refusal.
public sealed interface Decision<A> {
    record Changed<A>(A state, List<Fact> facts) implements Decision<A> {
        public Changed {
            facts = List.copyOf(facts);
        }
    }

    /// The same command again, or one that asks for what already is.
    record Unchanged<A>() implements Decision<A> {}

    record Refused<A>(Reason reason) implements Decision<A> {}

    /// What the store itself refuses.
    enum Refusal implements Reason {
        /// No aggregate has this id.
        NOT_FOUND,
        /// Another command wins again and again, or too many facts wait to be told: try again later.
        BUSY
    }

    static <A> Decision<A> changed(A state, Fact... facts) {
        return new Changed<>(state, List.of(facts));
    }

    static <A> Decision<A> changed(A state, List<? extends Fact> facts) {
        return new Changed<>(state, List.copyOf(facts));
    }

    static <A> Decision<A> unchanged() {
        return new Unchanged<>();
    }

    static <A> Decision<A> refused(Reason reason) {
        return new Refused<>(reason);
    }
}
