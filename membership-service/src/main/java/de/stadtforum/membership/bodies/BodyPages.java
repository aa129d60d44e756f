package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.membership.persons.Names;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Correction;
import de.stadtforum.web.Id;
import de.stadtforum.web.Open;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A body as everybody may read it; names of people only for those who are in it or have a task there.
@Controller
class BodyPages {
    private static final int SEED_BYTES = 32;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN);

    record Kind(SeatKind kind, List<Row> rows) {
        public long filled() {
            return rows.stream().filter(row -> !row.place.vacant()).count();
        }
    }

    /// @param readable whether the reader sees who fills the seat
    /// @param delegate name of who does; nothing where the seat is vacant or must not be read
    record Row(
            Roster.Place place,
            String label,
            boolean readable,
            @Nullable String delegate,
            List<String> deputies,
            List<Correction> corrections) {}

    private final SeatChoices choices;
    private final Names names;
    private final SeatDesk desk;
    private final BodyRights rights;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BodyPages(SeatChoices choices, Names names, SeatDesk desk, BodyRights rights, Clock clock) {
        this.choices = choices;
        this.names = names;
        this.desk = desk;
        this.rights = rights;
        this.clock = clock;
    }

    @Open
    @GetMapping("/gremien/{id}")
    String one(
            @PathVariable @Id String id,
            @RequestParam(required = false) @PlannedDay @Nullable LocalDate stichtag,
            Actor actor,
            Model model) {
        var body = desk.body(id);
        var day = stichtag == null ? today() : stichtag;
        var roster = Roster.of(body, day);
        var chair = body.chair(day).flatMap(each -> body.seat(each.seat()));
        var labels = SeatLabels.of(body);
        var readable = rights.readable(actor, body);
        var names = this.names.of(roster.people(readable));
        var rows =
                SeatLabels.inOrder(roster.places(), place -> place.seat().name()).stream()
                        .map(place -> row(place, labels, readable.test(place.seat()), names))
                        .toList();
        model.addAttribute("body", body);
        model.addAttribute("day", day);
        model.addAttribute("roster", roster);
        model.addAttribute("kinds", kinds(rows));
        model.addAttribute("chair", chair.map(seat -> labels.get(seat.id())).orElse(null));
        model.addAttribute(
                "chairVacant", chair.filter(seat -> seat.delegation(day).isEmpty()).isPresent());
        model.addAttribute("secretariat", body.secretariat(day).orElse(null));
        model.addAttribute("hidden", rows.stream().anyMatch(row -> !row.readable));
        var runs = rights.in(body).gives(actor, Role.SECRETARIAT);
        Predicate<Seat> mine = seat -> runs || actor.is(Role.DELEGATING_INSTITUTION, seat.holder());
        if (roster.places().stream().map(Roster.Place::seat).anyMatch(mine)) {
            model.addAttribute("forms", choices.of(body, roster, mine));
            model.addAttribute("runs", runs);
            model.addAttribute("today", today());
            model.addAttribute("newPerson", "p-" + UUID.randomUUID());
            model.addAttribute("newDeputy", "p-" + UUID.randomUUID());
            model.addAttribute("seed", seed());
        }
        return "bodies/body";
    }

    private static Row row(
            Roster.Place place,
            Map<String, String> labels,
            boolean readable,
            Map<String, String> names) {
        return new Row(
                place,
                String.valueOf(labels.get(place.seat().id())),
                readable,
                readable
                        ? place.delegation().map(each -> names.get(each.person())).orElse(null)
                        : null,
                readable
                        ? place.deputies().stream()
                                .map(each -> each.rank() + ". " + names.get(each.person()))
                                .toList()
                        : List.of(),
                readable
                        ? place.seat().corrections().stream()
                                .map(each -> words(each, names))
                                .toList()
                        : List.of());
    }

    private static Correction words(SeatCorrection each, Map<String, String> names) {
        var before = each.before() == null ? "" : ", " + DAY.format(each.before());
        return new Correction(
                each.act(), each.on(), each.reason(), names.get(each.person()) + before);
    }

    private static List<Kind> kinds(List<Row> rows) {
        return List.of(SeatKind.VOTING, SeatKind.ADVISORY, SeatKind.GUEST).stream()
                .map(kind ->
                        new Kind(
                                kind,
                                rows.stream()
                                        .filter(row -> row.place.seat().kind() == kind)
                                        .toList()))
                .filter(kind -> !kind.rows.isEmpty())
                .toList();
    }

    /// Of the links that the form makes.
    private String seed() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
