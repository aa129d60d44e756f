package de.stadtforum.session.rosters;

import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import org.jspecify.annotations.Nullable;

/// A person's name, until it is to be forgotten.
public record Person(@Nullable String name, boolean erased) {
    public static final Person NONE = new Person(null, false);

    Person after(PersonFact fact) {
        return switch (fact) {
            case PersonKnown(var known) -> new Person(known, false);
            case PersonErased() -> new Person(null, true);
        };
    }
}
