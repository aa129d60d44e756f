package de.stadtforum.session.rosters;

import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import org.jspecify.annotations.Nullable;

/// A person's name, until it is to be forgotten.
///
/// @param account at the identity provider, where one is bound to this person
public record Person(@Nullable String name, boolean erased, @Nullable String account) {
    public static final Person NONE = new Person(null, false, null);

    Person after(PersonFact fact) {
        return switch (fact) {
            case PersonKnown(var known, var bound) -> new Person(known, false, bound);
            case PersonErased() -> new Person(null, true, null);
        };
    }
}
