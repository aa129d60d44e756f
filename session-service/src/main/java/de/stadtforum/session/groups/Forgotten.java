package de.stadtforum.session.groups;

import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.membership.PersonFact.PersonErased;

/// Whether a person is to be forgotten.
record Forgotten(boolean erased) {
    static final Forgotten NONE = new Forgotten(false);

    Forgotten after(PersonFact fact) {
        return new Forgotten(fact instanceof PersonErased);
    }
}
