package de.stadtforum.contracts.membership;

import de.stadtforum.contracts.Fact;
import org.jspecify.annotations.Nullable;

/// The whole state of one person, on the compacted topic `persons` alone: the one place where names travel.
public sealed interface PersonFact extends Fact {
    /// @param account at the city's identity provider, bound to this person by an invitation; nothing while there is none
    record PersonKnown(String name, @Nullable String account) implements PersonFact {
        public PersonKnown(String name) {
            this(name, null);
        }
    }

    /// The person asked to be forgotten, or nothing keeps the name any longer.
    record PersonErased() implements PersonFact {}
}
