package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.Decision.refused;

import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Missing;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Names and recalls delegates and deputies, by interface or by form: the body's secretariat, and who holds the seat, for that one.
@Component
class SeatDesk {
    private final AggregateStore<Body> bodies;
    private final AggregateStore<Person> persons;
    private final BodyRights rights;

    SeatDesk(AggregateStore<Body> bodies, AggregateStore<Person> persons, BodyRights rights) {
        this.bodies = bodies;
        this.persons = persons;
        this.rights = rights;
    }

    Body body(String id) {
        return bodies.find(id).orElseThrow(Missing::new);
    }

    Decision<Body> nameDelegate(
            Actor actor, String id, String seat, String person, LocalDate from) {
        return aboutSeat(actor, id, seat, person, body -> body.nameDelegate(seat, person, from));
    }

    Decision<Body> nameDeputy(
            Actor actor, String id, String seat, String person, int rank, LocalDate from) {
        return aboutSeat(
                actor, id, seat, person, body -> body.nameDeputy(seat, person, rank, from));
    }

    Decision<Body> endDelegation(Actor actor, String id, String seat, LocalDate until) {
        rights.needForSeat(actor, body(id), seat);
        return bodies.decide(id, body -> body.endDelegation(seat, until));
    }

    private Decision<Body> aboutSeat(
            Actor actor,
            String id,
            String seat,
            String person,
            Function<Body, Decision<Body>> command) {
        rights.needForSeat(actor, body(id), seat);
        if (persons.find(person).filter(known -> !known.erased()).isEmpty())
            return refused(Refusal.PERSON_UNKNOWN);
        return bodies.decide(id, command);
    }
}
