package de.stadtforum.membership.bodies;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Open;
import de.stadtforum.web.PlannedDay;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Bodies and rosters to read; that a seat is filled is shown to everybody, by whom to those of the body alone.
@RestController
@RequestMapping("/api/membership/bodies")
class RosterApi {
    private static final Order BY_ID = Order.ascending();

    record NamedPerson(String person, @Nullable String name, LocalDate from) {}

    record SeatOfDay(
            String seat,
            SeatKind kind,
            SeatBasis basis,
            String holder,
            String name,
            String label,
            LocalDate from,
            boolean filled,
            boolean chairs,
            @Nullable NamedPerson delegate,
            List<NamedPerson> deputies,
            @Nullable LocalDate invitedOn) {}

    record RosterOfDay(
            String body,
            LocalDate on,
            Body.@Nullable Secretariat secretariat,
            List<SeatOfDay> seats) {}

    private final AggregateStore<Body> bodies;
    private final AggregateStore<Person> persons;
    private final SeatDesk desk;
    private final BodyRights rights;
    private final Clock clock;

    RosterApi(
            AggregateStore<Body> bodies,
            AggregateStore<Person> persons,
            SeatDesk desk,
            BodyRights rights,
            Clock clock) {
        this.bodies = bodies;
        this.persons = persons;
        this.desk = desk;
        this.rights = rights;
        this.clock = clock;
    }

    /// Lists all bodies with the number of their seats.
    @Open
    @GetMapping
    ResponseEntity<List<BodyLine>> all(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        var today = today();
        return Answers.listed(
                bodies.slice(Filters.empty(), BY_ID, cursor, limit)
                        .map(body -> BodyLine.of(body, today)),
                bodies.count(Filters.empty()));
    }

    /// Reads a body; who fills a seat only who is in it, has a task there or sends that seat's delegate.
    @Open
    @GetMapping("/{id}")
    Body one(@PathVariable @Id String id, Actor actor) {
        var body = desk.body(id);
        return body.withPeopleIn(rights.readable(actor, body));
    }

    /// Reads who sits where on a day; names only who is in the body, has a task there or sends that seat's delegate.
    @Open
    @GetMapping("/{id}/roster")
    RosterOfDay roster(
            @PathVariable @Id String id,
            @RequestParam(required = false) @PlannedDay @Nullable LocalDate on,
            Actor actor) {
        var body = desk.body(id);
        var roster = Roster.of(body, on == null ? today() : on);
        var readable = rights.readable(actor, body);
        var people = persons.findAll(roster.people(readable));
        var labels = SeatLabels.of(body);
        var seats =
                roster.places().stream()
                        .map(place ->
                                seat(
                                        place,
                                        String.valueOf(labels.get(place.seat().id())),
                                        roster.on(),
                                        people,
                                        readable.test(place.seat())))
                        .toList();
        return new RosterOfDay(id, roster.on(), body.secretariat(roster.on()).orElse(null), seats);
    }

    private static SeatOfDay seat(
            Roster.Place place,
            String label,
            LocalDate on,
            Map<String, Person> people,
            boolean withPeople) {
        var seat = place.seat();
        var delegate =
                place.delegation()
                        .filter(_ -> withPeople)
                        .map(each -> named(each.person(), each.period().from(), people));
        var deputies =
                place.deputies().stream()
                        .filter(_ -> withPeople)
                        .map(each -> named(each.person(), each.from(), people))
                        .toList();
        return new SeatOfDay(
                seat.id(),
                seat.kind(),
                seat.basis(),
                seat.holder(),
                seat.name(),
                label,
                seat.period().from(),
                !place.vacant(),
                place.chairs(),
                delegate.orElse(null),
                deputies,
                place.waitingSince(on).orElse(null));
    }

    private static NamedPerson named(String person, LocalDate from, Map<String, Person> people) {
        var known = people.get(person);
        return new NamedPerson(person, known == null ? null : known.name(), from);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
