package de.stadtforum.membership.persons;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person who fills seats; once erased, the name is gone and never comes back under this id.
///
/// @param erasedOn the day of the erasure
/// @param toldOn the day on which the erasure was last told
/// @param account at the identity provider, bound by an invitation while the person fills a seat
/// @param invitation the open one
public record Person(
        String id,
        @Nullable String name,
        @Nullable LocalDate erasedOn,
        @Nullable LocalDate toldOn,
        @Nullable String account,
        @Nullable Invitation invitation) {
    /// The erasure is told again on each of these days, so that no stale copy stays the log's last word.
    static final int DAYS_OF_TELLING = 7;

    /// A link that binds one account, once.
    ///
    /// @param hash of the secret in the link (SHA-256, hexadecimal); the secret itself is kept nowhere
    public record Invitation(String hash, Instant until) {}

    public enum Refusal implements Reason {
        /// Another name stands under this id.
        PERSON_EXISTS,
        PERSON_ERASED,
        /// Somebody has accepted already.
        ACCOUNT_BOUND,
        /// Used, withdrawn, replaced by a newer one or never made.
        INVITATION_UNKNOWN,
        INVITATION_EXPIRED,
        /// The account belongs to another person of the roster.
        ACCOUNT_TAKEN
    }

    public static Decision<Person> know(@Nullable Person existing, String id, String name) {
        if (existing == null)
            return changed(
                    new Person(id, name, null, null, null, null), new PersonKnown(name, null));
        if (existing.erased()) return refused(Refusal.PERSON_ERASED);
        return name.equals(existing.name) ? unchanged() : refused(Refusal.PERSON_EXISTS);
    }

    public boolean erased() {
        return erasedOn != null;
    }

    public boolean invitedAt(Instant at) {
        return invitation != null && !at.isAfter(invitation.until);
    }

    /// A newer invitation replaces the open one.
    public Decision<Person> invite(Invitation next) {
        if (erased()) return refused(Refusal.PERSON_ERASED);
        if (account != null) return refused(Refusal.ACCOUNT_BOUND);
        return next.equals(invitation) ? unchanged() : changed(with(null, next));
    }

    public Decision<Person> accept(String hash, String by, Instant at) {
        if (by.equals(account)) return unchanged();
        if (name == null || invitation == null || !invitation.hash.equals(hash))
            return refused(Refusal.INVITATION_UNKNOWN);
        if (at.isAfter(invitation.until)) return refused(Refusal.INVITATION_EXPIRED);
        return changed(with(by, null), new PersonKnown(name, by));
    }

    /// Takes account and open invitation back.
    public Decision<Person> release() {
        if (name == null || account == null && invitation == null) return unchanged();
        return account == null
                ? changed(with(null, null))
                : changed(with(null, null), new PersonKnown(name, null));
    }

    Decision<Person> erase(LocalDate today) {
        return erased()
                ? unchanged()
                : changed(new Person(id, null, today, today, null, null), new PersonErased());
    }

    Decision<Person> tellErasureAgain(LocalDate today) {
        if (erasedOn == null || toldOn == null || !toldOn.isBefore(today)) return unchanged();
        if (toldOn.isAfter(erasedOn.plusDays(DAYS_OF_TELLING - 1))) return unchanged();
        return changed(new Person(id, null, erasedOn, today, null, null), new PersonErased());
    }

    private Person with(@Nullable String bound, @Nullable Invitation open) {
        return new Person(id, name, erasedOn, toldOn, bound, open);
    }
}
