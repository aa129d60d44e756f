package de.stadtforum.membership.persons;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person who fills seats; once erased, the name is gone and never comes back under this id.
///
/// @param erasedOn the day of the erasure
/// @param toldOn the day on which the erasure was last told
/// @param account at the identity provider, bound by an invitation while the person fills a seat
/// @param invitation the open one
/// @param spent hashes of the links that were used, replaced or taken back
/// @param corrections of the name, oldest first; they go with it
public record Person(
        String id,
        @Nullable String name,
        @Nullable LocalDate erasedOn,
        @Nullable LocalDate toldOn,
        @Nullable String account,
        @Nullable Invitation invitation,
        List<String> spent,
        List<Correction> corrections) {
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
        /// A link holds until it is replaced on purpose.
        INVITATION_OPEN {
            @Override
            public String field() {
                return "renew";
            }
        },
        /// Used, withdrawn, replaced by a newer one or never made.
        INVITATION_UNKNOWN,
        INVITATION_EXPIRED,
        /// The account belongs to another person of the roster.
        ACCOUNT_TAKEN
    }

    public Person {
        // a person of yesterday has none
        spent = spent == null ? List.of() : List.copyOf(spent);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    static Person named(String id, String name) {
        return new Person(id, name, null, null, null, null, List.of(), List.of());
    }

    private static Person erased(String id, @Nullable LocalDate on, LocalDate told) {
        return new Person(id, null, on, told, null, null, List.of(), List.of());
    }

    /// A name that was put right since is no other one: the command is repeated.
    public static Decision<Person> know(@Nullable Person existing, String id, String name) {
        if (existing == null) return changed(named(id, name), new PersonKnown(name, null));
        if (existing.erased()) return refused(Refusal.PERSON_ERASED);
        return name.equals(existing.name) || existing.wasCalled(name)
                ? unchanged()
                : refused(Refusal.PERSON_EXISTS);
    }

    private boolean wasCalled(String former) {
        return corrections.stream().anyMatch(each -> former.equals(each.before()));
    }

    /// A typing error is put right under the same id: every seat and every list shows the new name.
    public Decision<Person> rename(String next, LocalDate today, String reason) {
        if (name == null) return refused(Refusal.PERSON_ERASED);
        if (next.equals(name)) return unchanged();
        var all = new ArrayList<>(corrections);
        all.add(new Correction("person-name", today, reason, name));
        return changed(
                new Person(id, next, null, null, account, invitation, spent, all),
                new PersonKnown(next, account));
    }

    public boolean erased() {
        return erasedOn != null;
    }

    public boolean invitedAt(Instant at) {
        return invitation != null && !at.isAfter(invitation.until);
    }

    /// The same link again changes nothing; another one replaces the open one on purpose only.
    public Decision<Person> invite(Invitation next, boolean renew, Instant now) {
        if (erased()) return refused(Refusal.PERSON_ERASED);
        if (account != null) return refused(Refusal.ACCOUNT_BOUND);
        if (invitation != null && invitation.hash.equals(next.hash)) return unchanged();
        if (spent.contains(next.hash)) return refused(Refusal.INVITATION_UNKNOWN);
        return invitedAt(now) && !renew
                ? refused(Refusal.INVITATION_OPEN)
                : changed(with(null, next));
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

    public Decision<Person> erase(LocalDate today) {
        return erased() ? unchanged() : changed(erased(id, today, today), new PersonErased());
    }

    Decision<Person> tellErasureAgain(LocalDate today) {
        if (erasedOn == null || toldOn == null || !toldOn.isBefore(today)) return unchanged();
        if (toldOn.isAfter(erasedOn.plusDays(DAYS_OF_TELLING - 1))) return unchanged();
        return changed(erased(id, erasedOn, today), new PersonErased());
    }

    private Person with(@Nullable String bound, @Nullable Invitation open) {
        var used = new ArrayList<>(spent);
        if (invitation != null) used.add(invitation.hash);
        return new Person(id, name, erasedOn, toldOn, bound, open, used, corrections);
    }
}
