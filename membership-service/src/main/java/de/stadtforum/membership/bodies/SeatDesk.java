package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.commands.Decision.refused;

import com.mongodb.client.model.Filters;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Names and recalls delegates and deputies and puts right what was named, by interface or by form: the body's secretariat, and who holds the seat, for that one.
@Component
class SeatDesk {
    private final AggregateStore<Body> bodies;
    private final AggregateStore<Person> persons;
    private final BodyRights rights;
    private final Delegations delegations;
    private final Clock clock;

    SeatDesk(
            AggregateStore<Body> bodies,
            AggregateStore<Person> persons,
            BodyRights rights,
            Delegations delegations,
            Clock clock) {
        this.bodies = bodies;
        this.persons = persons;
        this.rights = rights;
        this.delegations = delegations;
        this.clock = clock;
    }

    Body body(String id) {
        return bodies.find(id).orElseThrow(Missing::new);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    Decision<Body> nameDelegate(
            Actor actor, String id, String seat, String person, LocalDate from) {
        return naming(actor, id, seat, person, body -> body.nameDelegate(seat, person, from));
    }

    Decision<Body> nameDeputy(
            Actor actor,
            String id,
            String seat,
            String person,
            int rank,
            LocalDate from,
            @Nullable String replaces) {
        return naming(
                actor,
                id,
                seat,
                person,
                body -> body.nameDeputy(seat, person, rank, from, replaces));
    }

    Decision<Body> endDelegation(Actor actor, String id, String seat, LocalDate until) {
        return aboutSeat(actor, id, seat, body -> body.endDelegation(seat, until));
    }

    Decision<Body> correctEnd(
            Actor actor,
            String id,
            String seat,
            String person,
            @Nullable LocalDate until,
            String reason) {
        var today = today();
        return aboutSeat(
                actor, id, seat, body -> body.correctEnd(seat, person, until, today, reason));
    }

    Decision<Body> withdrawDelegation(
            Actor actor, String id, String seat, String person, String reason) {
        var today = today();
        return aboutSeat(
                actor, id, seat, body -> body.withdrawDelegation(seat, person, today, reason));
    }

    Decision<Body> endDeputy(Actor actor, String id, String seat, String person, LocalDate until) {
        return aboutSeat(actor, id, seat, body -> body.endDeputy(seat, person, until));
    }

    Decision<Body> withdrawDeputy(
            Actor actor, String id, String seat, String person, String reason) {
        var today = today();
        return aboutSeat(actor, id, seat, body -> body.withdrawDeputy(seat, person, today, reason));
    }

    /// A name with a typing error, of somebody whom this seat names.
    Decision<Person> rename(
            Actor actor, String id, String seat, String person, String name, String reason) {
        var body = body(id);
        rights.needForSeat(actor, body, seat);
        if (body.seat(seat).filter(each -> each.everNamed(person)).isEmpty())
            return refused(Refusal.NOT_IN_THIS_SEAT);
        var today = today();
        return persons.decide(person, each -> each.rename(name, today, reason));
    }

    /// People on record under a name, as far as the actor may read them: the same person is not entered twice unasked.
    List<Person> namesakes(Actor actor, Body body, String name) {
        var runs = rights.in(body).gives(actor, Role.SECRETARIAT);
        return persons
                .few(
                        Filters.regex("state.name", "^" + Pattern.quote(name) + "$", "i"),
                        Order.ascending())
                .stream()
                .filter(each -> runs || delegations.sends(actor, each.id()))
                .toList();
    }

    /// Who would be replaced by a deputy of this rank.
    Optional<String> replaced(
            String id, String seat, int rank, LocalDate from, @Nullable String person) {
        return body(id).seat(seat)
                .flatMap(each -> each.deputy(rank, from))
                .map(Seat.Deputy::person)
                .filter(each -> !each.equals(person));
    }

    /// Who sits there until then and would be followed.
    Optional<String> followed(String id, String seat, LocalDate from, @Nullable String person) {
        return body(id).seat(seat)
                .flatMap(each -> each.delegation(from))
                .map(Seat.Delegation::person)
                .filter(each -> !each.equals(person));
    }

    /// An institution names whom it sends, or who is nobody else's: otherwise it would read a name that is not its own.
    boolean mayName(Actor actor, Body body, String person) {
        return rights.in(body).gives(actor, Role.SECRETARIAT)
                || delegations.sends(actor, person)
                || !delegations.sentByOthers(actor, person);
    }

    void needForSeat(Actor actor, String id, String seat) {
        rights.needForSeat(actor, body(id), seat);
    }

    private Decision<Body> aboutSeat(
            Actor actor, String id, String seat, Function<Body, Decision<Body>> command) {
        needForSeat(actor, id, seat);
        return bodies.decide(id, command);
    }

    private Decision<Body> naming(
            Actor actor,
            String id,
            String seat,
            String person,
            Function<Body, Decision<Body>> command) {
        var body = body(id);
        rights.needForSeat(actor, body, seat);
        if (persons.find(person).filter(known -> !known.erased()).isEmpty())
            return refused(Refusal.PERSON_UNKNOWN);
        if (!mayName(actor, body, person)) return refused(Refusal.PERSON_OF_OTHERS);
        return bodies.decide(id, command);
    }
}
