package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Followed;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Refusal;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Who fills which seats, across all bodies.
@Component
public class Delegations {
    private final AggregateStore<Body> bodies;
    private final Followed<Body> all;
    private final BodyRights rights;
    private final Clock clock;

    Delegations(AggregateStore<Body> bodies, Followed<Body> all, BodyRights rights, Clock clock) {
        this.bodies = bodies;
        this.rights = rights;
        this.clock = clock;
        this.all = all;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    /// Whoever names for the seat may invite whom that seat names.
    ///
    /// @throws de.stadtforum.web.Denied to others
    /// @throws Refusal when the seat names somebody else
    public void needToInvite(Actor actor, String body, String seat, String person) {
        var named = bodies.find(body).orElseThrow(Missing::new);
        rights.needForSeat(actor, named, seat);
        var today = today();
        if (named.seat(seat).filter(each -> each.names(person, today)).isEmpty())
            throw new Refusal(de.stadtforum.membership.bodies.Refusal.NOT_IN_THIS_SEAT);
    }

    /// Today or on a later day; as they are now, since access may be taken back on this word.
    public boolean hasAny(String person, LocalDate today) {
        return all.all().stream()
                .filter(body -> body.until() == null || !body.until().isBefore(today))
                .flatMap(body -> body.seats().stream())
                .anyMatch(seat -> seat.names(person, today));
    }

    /// What the seats of a person are called.
    public List<String> seatsOf(String person) {
        return seatsOf(List.of(person)).getOrDefault(person, List.of());
    }

    /// What the seats of these people are called, by person.
    public SortedMap<String, List<String>> seatsOf(Collection<String> people) {
        var today = today();
        var bodies = all.all();
        var seats = new TreeMap<String, List<String>>();
        for (var person : people) {
            var labels = new ArrayList<String>();
            for (var body : bodies) {
                var called = SeatLabels.of(body);
                for (var seat : body.seats())
                    if (seat.names(person, today))
                        labels.add(body.charter().name() + ": " + called.get(seat.id()));
            }
            seats.put(person, List.copyOf(labels));
        }
        return seats;
    }

    /// Whoever holds a seat that named this person, on whatever day, sent it.
    public boolean sends(Actor actor, String person) {
        return all.all().stream()
                .flatMap(body -> body.seats().stream())
                .filter(seat -> actor.is(Role.DELEGATING_INSTITUTION, seat.holder()))
                .anyMatch(seat -> seat.everNamed(person));
    }

    /// Whether a seat that this institution does not hold names the person.
    boolean sentByOthers(Actor actor, String person) {
        return all.all().stream()
                .flatMap(body -> body.seats().stream())
                .filter(seat -> !actor.is(Role.DELEGATING_INSTITUTION, seat.holder()))
                .anyMatch(seat -> seat.everNamed(person));
    }

    /// A seat makes a member, a deputy or a group's guest of its person, the leading one the chair.
    public Map<Role, SortedSet<String>> rolesOf(String person) {
        var today = today();
        var roles = new EnumMap<Role, SortedSet<String>>(Role.class);
        all.all().stream()
                .filter(body -> body.inForce(today))
                .forEach(body ->
                        rolesIn(body, person, today)
                                .forEach(role ->
                                        roles.computeIfAbsent(role, _ -> new TreeSet<>())
                                                .add(body.id())));
        return roles;
    }

    private static List<Role> rolesIn(Body body, String person, LocalDate today) {
        var roles = new ArrayList<Role>();
        var chair = body.chair(today).map(Body.Chair::seat).orElse("");
        for (var seat : body.seats()) {
            if (seat.delegation(today).filter(each -> each.person().equals(person)).isPresent()) {
                roles.add(seat.kind() == SeatKind.GUEST ? Role.GROUP_GUEST : Role.MEMBER);
                if (seat.id().equals(chair)) roles.add(Role.CHAIR);
            } else if (seat.acting(today).stream()
                    .map(Seat.Deputy::person)
                    .anyMatch(person::equals)) {
                roles.add(Role.DEPUTY);
            }
        }
        return List.copyOf(roles);
    }
}
