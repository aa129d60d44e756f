package de.stadtforum.messaging.feeds;

import de.stadtforum.contracts.Fact;
import de.stadtforum.messaging.commands.Decision;
import java.time.Instant;

/// Commands the own service because of a fact; may be called again for the same fact, so what it creates has an id derived from the fact.
@FunctionalInterface
public interface Reaction<P, F extends Fact> {
    /// @param aggregate the aggregate that told the fact
    /// @param sequence of the fact
    /// @param state what the feed knows of the aggregate, this fact included
    /// @param recorded when the teller recorded it
    record Cue<P, F extends Fact>(
            String aggregate, long sequence, P state, F fact, Instant recorded) {}

    /// @return the answer of the store that was commanded; unchanged where the fact calls for nothing
    Decision<?> to(Cue<P, F> cue);
}
