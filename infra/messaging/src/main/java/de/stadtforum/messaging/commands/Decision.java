package de.stadtforum.messaging.commands;

import de.stadtforum.contracts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        /// The database is away or did not answer in time, another command wins again and again, or too much waits to be told:
        /// try again later. Whether the command was written may be unknown; repeating it is safe.
        BUSY,
        /// A fact, or the whole aggregate, is larger than log or database take.
        TOO_LARGE,
        /// Another aggregate has this value already, and it may be there only once.
        TAKEN,
        /// The database does not let this service write: its operator has to see to it.
        NOT_WRITABLE
    }

    /// Several commands as one: all of them, or the first refusal.
    ///
    /// @param before the state that this decision was taken on
    default Decision<A> then(A before, Function<A, Decision<A>> next) {
        return switch (this) {
            case Refused<A> no -> no;
            case Unchanged<A> _ -> next.apply(before);
            case Changed<A>(var state, var told) ->
                    switch (next.apply(state)) {
                        case Refused<A> no -> no;
                        case Unchanged<A> _ -> this;
                        case Changed<A>(var last, var more) -> {
                            var all = new ArrayList<>(told);
                            all.addAll(more);
                            yield changed(last, all);
                        }
                    };
        };
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
