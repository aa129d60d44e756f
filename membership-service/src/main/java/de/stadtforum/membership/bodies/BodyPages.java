package de.stadtforum.membership.bodies;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The bodies as everybody may read them; names of people only for those who are logged in.
@Controller
class BodyPages {
    private static final Set<BodyKind> PROCESS =
            EnumSet.of(BodyKind.ASSEMBLY, BodyKind.STEERING_GROUP, BodyKind.WORKING_GROUP);
    private static final Set<BodyKind> ADDRESSEES =
            EnumSet.of(BodyKind.COUNCIL, BodyKind.COMMITTEE, BodyKind.ADMINISTRATION);
    private static final List<BodyKind> ORDER =
            List.of(
                    BodyKind.ASSEMBLY,
                    BodyKind.STEERING_GROUP,
                    BodyKind.WORKING_GROUP,
                    BodyKind.COUNCIL,
                    BodyKind.COMMITTEE,
                    BodyKind.ADMINISTRATION,
                    BodyKind.DISTRICT_COUNCIL,
                    BodyKind.UNKNOWN);

    record Line(Body body, Roster roster) {}

    record Group(String key, List<Line> lines) {}

    record Kind(SeatKind kind, List<Roster.Place> places) {
        public long filled() {
            return places.stream().filter(place -> !place.vacant()).count();
        }
    }

    private final AggregateStore<Body> bodies;
    private final AggregateStore<Person> persons;
    private final SeatDesk desk;
    private final BodyRights rights;
    private final Clock clock;

    BodyPages(
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

    @Open
    @GetMapping("/gremien")
    String all(Model model) {
        var today = today();
        var lines =
                bodies.list(Filters.empty(), Sorts.ascending("state.charter.name")).stream()
                        .map(body -> new Line(body, Roster.of(body, today)))
                        .sorted(
                                Comparator.comparingInt(
                                        line -> ORDER.indexOf(line.body.charter().kind())))
                        .toList();
        model.addAttribute("today", today);
        model.addAttribute(
                "groups",
                List.of(
                        new Group("process", of(lines, PROCESS)),
                        new Group("addressees", of(lines, ADDRESSEES)),
                        new Group("districts", of(lines, EnumSet.of(BodyKind.DISTRICT_COUNCIL)))));
        return "bodies/bodies";
    }

    private static List<Line> of(List<Line> lines, Set<BodyKind> kinds) {
        return lines.stream().filter(line -> kinds.contains(line.body.charter().kind())).toList();
    }

    @Open
    @GetMapping("/gremien/{id}")
    String one(
            @PathVariable @Id String id,
            @RequestParam(required = false) @Nullable LocalDate stichtag,
            Actor actor,
            Model model) {
        var body = desk.body(id);
        var day = stichtag == null ? today() : stichtag;
        var roster = Roster.of(body, day);
        var chair = body.chair(day).flatMap(each -> body.seat(each.seat()));
        model.addAttribute("body", body);
        model.addAttribute("day", day);
        model.addAttribute("roster", roster);
        model.addAttribute("kinds", kinds(roster));
        model.addAttribute("chair", chair.orElse(null));
        model.addAttribute(
                "chairVacant", chair.filter(seat -> seat.delegation(day).isEmpty()).isPresent());
        model.addAttribute("secretariat", body.secretariat(day).orElse(null));
        model.addAttribute(
                "names", actor.takesPart() ? persons.findAll(roster.people()) : Map.of());
        var runs = rights.in(body).gives(actor, Role.SECRETARIAT);
        var mine =
                roster.places().stream()
                        .filter(place ->
                                runs
                                        || actor.is(
                                                Role.DELEGATING_INSTITUTION, place.seat().holder()))
                        .toList();
        if (!mine.isEmpty()) {
            model.addAttribute("mine", mine);
            model.addAttribute(
                    "people",
                    runs
                            ? persons.list(
                                    Filters.exists("state.name"), Sorts.ascending("state.name"))
                            : List.of());
            model.addAttribute("newPerson", "p-" + UUID.randomUUID());
            model.addAttribute("newDeputy", "p-" + UUID.randomUUID());
        }
        return "bodies/body";
    }

    private static List<Kind> kinds(Roster roster) {
        return List.of(SeatKind.VOTING, SeatKind.ADVISORY, SeatKind.GUEST).stream()
                .map(kind -> new Kind(kind, roster.of(kind)))
                .filter(kind -> !kind.places.isEmpty())
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
