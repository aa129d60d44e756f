package de.stadtforum.membership.bodies;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Denied;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Whose word counts in a body: assembly and steering group answer to their own secretariat, the other bodies also to that of
/// an assembly (resolution 3.15); an institution names for the seats that it holds (resolution 3.9).
@Component
class BodyRights {
    private static final List<Role> READERS =
            List.of(
                    Role.MEMBER,
                    Role.DEPUTY,
                    Role.CHAIR,
                    Role.SECRETARIAT,
                    Role.MINUTE_TAKER,
                    Role.GROUP_GUEST);

    private final AggregateStore<Body> bodies;

    BodyRights(AggregateStore<Body> bodies) {
        this.bodies = bodies;
    }

    Scope in(Body body) {
        var itself = in(body.id(), body.charter().kind());
        return itself.with(
                Role.DELEGATING_INSTITUTION,
                (actor, role) ->
                        body.seats().stream().anyMatch(seat -> actor.is(role, seat.holder())));
    }

    /// Also of a body that does not exist yet.
    Scope in(String body, BodyKind kind) {
        var itself = Scope.of(body);
        return switch (kind) {
            case ASSEMBLY, STEERING_GROUP -> itself;
            default ->
                    itself.with(
                            Role.SECRETARIAT,
                            (actor, role) -> itself.gives(actor, role) || ofAnAssembly(actor));
        };
    }

    private boolean ofAnAssembly(Actor actor) {
        return actor.is(Role.SECRETARIAT)
                && bodies
                        .few(
                                Filters.eq("state.charter.kind", BodyKind.ASSEMBLY.name()),
                                Order.ascending())
                        .stream()
                        .anyMatch(assembly -> actor.is(Role.SECRETARIAT, assembly.id()));
    }

    /// Who is in a body or has a task there reads who fills its seats, an institution of its own seats alone; everybody else, also
    /// with a login, sees what the public sees.
    Predicate<Seat> readable(Actor actor, Body body) {
        var scope = in(body);
        if (READERS.stream().anyMatch(role -> scope.gives(actor, role))
                || actor.is(Role.DATA_PROTECTION)) return _ -> true;
        return seat -> actor.is(Role.DELEGATING_INSTITUTION, seat.holder());
    }

    /// The body's path is open to every institution that sends somebody; each names for its own seats only.
    void needForSeat(Actor actor, Body body, String seat) {
        var sends =
                body.seat(seat)
                        .filter(each -> actor.is(Role.DELEGATING_INSTITUTION, each.holder()))
                        .isPresent();
        if (!sends && !in(body).gives(actor, Role.SECRETARIAT))
            throw Denied.to(actor, Role.SECRETARIAT, Role.DELEGATING_INSTITUTION);
    }
}
