package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.Decision.refused;

import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Denied;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Role;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Where commands on a body's seats come in, by interface or by form: the body's secretariat gives them, and who sends a delegate names and recalls that one.
@Component
class SeatDesk {
    private final AggregateStore<Body> bodies;
    private final AggregateStore<Person> persons;

    SeatDesk(AggregateStore<Body> bodies, AggregateStore<Person> persons) {
        this.bodies = bodies;
        this.persons = persons;
    }

    /// The assembly and the steering group have a secretariat of their own; the other bodies are kept by any.
    static boolean runs(Actor actor, Body body) {
        return switch (body.charter().kind()) {
            case ASSEMBLY, STEERING_GROUP -> actor.is(Role.SECRETARIAT, body.id());
            default -> actor.is(Role.SECRETARIAT);
        };
    }

    static boolean leads(Actor actor, Body body) {
        return actor.is(Role.CHAIR, body.id());
    }

    Body body(String id) {
        return bodies.find(id).orElseThrow(Missing::new);
    }

    Decision<Body> command(Actor actor, String id, Function<Body, Decision<Body>> command) {
        if (!runs(actor, body(id))) throw Denied.to(actor, Role.SECRETARIAT);
        return bodies.decide(id, command);
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
        mayNameFor(actor, body(id), seat);
        return bodies.decide(id, body -> body.endDelegation(seat, until));
    }

    private Decision<Body> aboutSeat(
            Actor actor,
            String id,
            String seat,
            String person,
            Function<Body, Decision<Body>> command) {
        mayNameFor(actor, body(id), seat);
        if (persons.find(person).filter(known -> !known.erased()).isEmpty())
            return refused(Refusal.PERSON_UNKNOWN);
        return bodies.decide(id, command);
    }

    private static void mayNameFor(Actor actor, Body body, String seat) {
        var sends =
                body.seat(seat)
                        .filter(each -> actor.is(Role.DELEGATING_INSTITUTION, each.holder()))
                        .isPresent();
        if (!sends && !runs(actor, body))
            throw Denied.to(actor, Role.SECRETARIAT, Role.DELEGATING_INSTITUTION);
    }
}
