package de.stadtforum.membership.bodies;

import static java.util.stream.Collectors.joining;

import de.stadtforum.membership.apportionment.Claim;
import de.stadtforum.membership.apportionment.Claim.Extra;
import de.stadtforum.membership.apportionment.SeatApportionment;
import de.stadtforum.membership.councils.Composition;
import de.stadtforum.membership.councils.Council;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Id;
import de.stadtforum.web.Open;
import de.stadtforum.web.PlannedDay;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How the factions' seats were distributed, step by step, and what a newer council would change.
@Controller
class DistributionPages {
    /// @param extra key of the words for what the remainder brought
    record Row(Claim claim, String extra, int seats) {}

    record Change(String name, int before, int after) {
        public int change() {
            return after - before;
        }
    }

    /// @param seatsByLot for how many seats a lot would have to be drawn
    record Newer(LocalDate since, List<Change> changes, int seatsByLot) {
        public boolean same() {
            return changes.stream().allMatch(each -> each.change() == 0);
        }
    }

    private final SeatDesk desk;
    private final AggregateStore<Council> councils;
    private final Clock clock;

    DistributionPages(SeatDesk desk, AggregateStore<Council> councils, Clock clock) {
        this.desk = desk;
        this.councils = councils;
        this.clock = clock;
    }

    @Open
    @GetMapping("/gremien/{id}/sitzverteilung")
    String distribution(
            @PathVariable @Id String id,
            @RequestParam(required = false) @PlannedDay @Nullable LocalDate stichtag,
            Model model) {
        var body = desk.body(id);
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        var made = inForce(body.apportionments(), stichtag == null ? today : stichtag);
        model.addAttribute("body", body);
        model.addAttribute("made", made.orElse(null));
        made.ifPresent(each -> add(model, each, body.apportionments(), today));
        return "bodies/distribution";
    }

    /// The one of that day; before the first, the first.
    private static Optional<Apportioned> inForce(List<Apportioned> all, LocalDate day) {
        return all.stream()
                .filter(each -> !each.asOf().isAfter(day))
                .reduce((_, later) -> later)
                .or(() -> all.stream().findFirst());
    }

    private void add(Model model, Apportioned made, List<Apportioned> all, LocalDate today) {
        var derivation = made.derivation();
        var council = councils.find(made.council());
        var floors = derivation.claims().stream().mapToInt(Claim::floor).sum();
        model.addAttribute("council", council.map(Council::name).orElse(made.council()));
        model.addAttribute(
                "rows", derivation.claims().stream().map(claim -> row(claim, made)).toList());
        model.addAttribute("floors", floors);
        model.addAttribute("rest", derivation.seats() - floors);
        model.addAttribute(
                "given", made.result().values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("tied", names(derivation, derivation.between()));
        model.addAttribute("winners", names(derivation, made.winners()));
        model.addAttribute("others", all.stream().filter(each -> !each.equals(made)).toList());
        model.addAttribute(
                "newer",
                all.getLast().equals(made)
                        ? council.flatMap(each -> each.on(today))
                                .flatMap(each -> newer(made, each))
                                .orElse(null)
                        : null);
    }

    private static Row row(Claim claim, Apportioned made) {
        var drawn = made.drawnOn() != null;
        var won = made.winners().contains(claim.faction());
        var extra =
                claim.extra() == Extra.LOT && drawn ? (won ? "won" : "lost") : claim.extra().name();
        return new Row(claim, extra, claim.seats() + (won ? 1 : 0));
    }

    private static String names(SeatApportionment derivation, Collection<String> factions) {
        return derivation.claims().stream()
                .filter(claim -> factions.contains(claim.faction()))
                .map(Claim::name)
                .collect(joining(", "));
    }

    private static Optional<Newer> newer(Apportioned made, Composition current) {
        if (!current.asOf().isAfter(made.asOf())) return Optional.empty();
        var derived =
                SeatApportionment.of(current, made.derivation().seats(), made.derivation().basis());
        var before = made.result();
        var after = derived.result(List.of());
        var names = new TreeMap<String, String>();
        made.derivation().claims().forEach(claim -> names.put(claim.faction(), claim.name()));
        derived.claims().forEach(claim -> names.put(claim.faction(), claim.name()));
        var changes =
                names.entrySet().stream()
                        .map(each ->
                                new Change(
                                        each.getValue(),
                                        before.getOrDefault(each.getKey(), 0),
                                        after.getOrDefault(each.getKey(), 0)))
                        .toList();
        return Optional.of(new Newer(current.asOf(), changes, derived.seatsByLot()));
    }
}
