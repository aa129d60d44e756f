package de.stadtforum.contracts.membership;

import de.stadtforum.contracts.Fact;

/// The whole state of one person, on the compacted topic `persons` alone: the one place where names travel.
public sealed interface PersonFact extends Fact {
    record PersonKnown(String name) implements PersonFact {}

    /// The person asked to be forgotten, or nothing keeps the name any longer.
    record PersonErased() implements PersonFact {}
}
