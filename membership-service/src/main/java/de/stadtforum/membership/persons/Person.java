package de.stadtforum.membership.persons;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person who fills seats; once erased, the name is gone and never comes back under this id.
///
/// @param erasedOn the day of the erasure
/// @param toldOn the day on which the erasure was last told
public record Person(
        String id,
        @Nullable String name,
        @Nullable LocalDate erasedOn,
        @Nullable LocalDate toldOn) {
    /// The erasure is told again on each of these days, so that no stale copy stays the log's last word.
    static final int DAYS_OF_TELLING = 7;

    public enum Refusal implements Reason {
        /// Another name stands under this id.
        PERSON_EXISTS,
        PERSON_ERASED
    }

    public static Decision<Person> know(@Nullable Person existing, String id, String name) {
        if (existing == null)
            return changed(new Person(id, name, null, null), new PersonKnown(name));
        if (existing.erased()) return refused(Refusal.PERSON_ERASED);
        return name.equals(existing.name) ? unchanged() : refused(Refusal.PERSON_EXISTS);
    }

    public boolean erased() {
        return erasedOn != null;
    }

    Decision<Person> erase(LocalDate today) {
        return erased()
                ? unchanged()
                : changed(new Person(id, null, today, today), new PersonErased());
    }

    Decision<Person> tellErasureAgain(LocalDate today) {
        if (erasedOn == null || toldOn == null || !toldOn.isBefore(today)) return unchanged();
        if (toldOn.isAfter(erasedOn.plusDays(DAYS_OF_TELLING - 1))) return unchanged();
        return changed(new Person(id, null, erasedOn, today), new PersonErased());
    }
}
