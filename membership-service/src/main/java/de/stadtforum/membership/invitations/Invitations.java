package de.stadtforum.membership.invitations;

import static de.stadtforum.messaging.commands.Decision.refused;

import com.mongodb.client.model.Filters;
import de.stadtforum.membership.bodies.Delegations;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.membership.persons.Person.Invitation;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives people of the roster who are in no directory of the city their access, and takes it back with the last delegation.
@Component
class Invitations {
    static final Duration VALID = Duration.ofDays(14);
    private final AggregateStore<Person> persons;
    private final Delegations delegations;
    private final Clock clock;

    Invitations(AggregateStore<Person> persons, Delegations delegations, Clock clock) {
        this.persons = persons;
        this.delegations = delegations;
        this.clock = clock;
    }

    /// The secret is shown to who invites, and again to the same form.
    record Link(String secret, Instant until, Decision<Person> decision) {}

    /// @param seed of the form: the link of a person is the same as often as that form is sent
    /// @param renew whether a link that still holds is replaced on purpose
    Link invite(String person, String seed, boolean renew) {
        var secret =
                Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(seed + '/' + person));
        var now = clock.instant();
        var until = now.plus(VALID);
        var decision =
                persons.decide(
                        person,
                        each -> each.invite(new Invitation(hash(secret), until), renew, now));
        var holds =
                persons.find(person).map(Person::invitation).map(Invitation::until).orElse(until);
        return new Link(secret, holds, decision);
    }

    Optional<Person> open(String secret) {
        return persons
                .few(Filters.eq("state.invitation.hash", hash(secret)), Order.ascending())
                .stream()
                .filter(person -> person.invitedAt(clock.instant()))
                .findFirst();
    }

    Decision<Person> accept(String secret, String account) {
        var invited = open(secret);
        if (invited.isEmpty()) return refused(Person.Refusal.INVITATION_UNKNOWN);
        var bound =
                persons.few(Filters.eq("state.account", account), Order.ascending()).stream()
                        .anyMatch(each -> !each.id().equals(invited.get().id()));
        if (bound) return refused(Person.Refusal.ACCOUNT_TAKEN);
        return persons.decide(
                invited.get().id(),
                person -> person.accept(hash(secret), account, clock.instant()));
    }

    /// Whoever fills no seat today or later loses access.
    Decision<Person> review(String person) {
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        return delegations.hasAny(person, today)
                ? Decision.unchanged()
                : persons.decide(person, Person::release);
    }

    /// A delegation may end on a day that was told long before.
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void reviewAll() {
        persons.each(
                Filters.or(
                        Filters.gt("state.account", ""), Filters.gt("state.invitation.hash", "")),
                Order.ascending(),
                person -> review(person.id()));
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
