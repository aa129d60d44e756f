package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.membership.Known;
import de.stadtforum.membership.apportionment.Claim;
import de.stadtforum.membership.apportionment.SeatApportionment;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The distribution of the factions' seats: derived, made, and drawn by lot where remainders are equal.
@RestController
@RequestMapping("/api/membership/bodies/{id}")
class DistributionApi {
    private static final int MOST_SEATS = 1_000;

    record NewApportionment(
            @NotNull @Id String council,
            @NotNull @PlannedDay LocalDate asOf,
            @NotNull @Min(1) @Max(MOST_SEATS) Integer seats,
            @NotNull @Known ApportionmentBasis basis) {}

    record NewLot(
            @NotNull @Id String council,
            @NotNull @PlannedDay LocalDate asOf,
            @NotNull @Size(min = 1, max = 100) List<@NotNull @Id String> winners,
            @NotNull @PastDay LocalDate on) {}

    /// Without a tie the result; with a tie who draws for how many seats.
    record Made(
            String id,
            boolean tie,
            @Nullable SortedMap<String, Integer> result,
            @Nullable List<String> between,
            @Nullable Integer seatsByLot) {}

    /// @param difference to the seats of today, by faction, where there is one
    record Derived(
            String council,
            LocalDate compositionOf,
            ApportionmentBasis basis,
            int seats,
            int total,
            List<Claim> claims,
            boolean tie,
            List<String> between,
            int seatsByLot,
            int open,
            SortedMap<String, Integer> result,
            SortedMap<String, Integer> difference) {}

    private final SeatDesk desk;
    private final Apportioning apportioning;
    private final Clock clock;

    DistributionApi(SeatDesk desk, Apportioning apportioning, Clock clock) {
        this.desk = desk;
        this.apportioning = apportioning;
        this.clock = clock;
    }

    /// Distributes the factions' seats of a body.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Body.class)
    @PostMapping("/apportion")
    Made apportion(@PathVariable @Id String id, @RequestBody @Valid NewApportionment command) {
        Answers.done(
                id,
                apportioning.apportion(
                        id, command.council, command.asOf, command.seats, command.basis));
        return desk.body(id)
                .apportioned(command.council, command.asOf, command.seats, command.basis)
                .map(made -> answer(id, made.derivation()))
                .orElseThrow(Missing::new);
    }

    private static Made answer(String id, SeatApportionment made) {
        return made.tie()
                ? new Made(id, true, null, made.between(), made.seatsByLot())
                : new Made(id, false, made.result(List.of()), null, null);
    }

    /// Records whom the lot gave a seat where remainders are equal.
    @May(Role.CHAIR)
    @In(Body.class)
    @PostMapping("/lot")
    Accepted drawLot(@PathVariable @Id String id, @RequestBody @Valid NewLot command) {
        return Answers.done(
                id,
                apportioning.drawLot(
                        id, command.council, command.asOf, command.winners, command.on));
    }

    /// Derives how a body's seats would be distributed; nothing is changed.
    @Open
    @GetMapping("/apportionment")
    Derived derive(
            @PathVariable @Id String id,
            @RequestParam @Id String council,
            @RequestParam @PlannedDay LocalDate asOf,
            @RequestParam @Min(1) @Max(MOST_SEATS) int seats,
            @RequestParam @Known ApportionmentBasis basis) {
        var body = desk.body(id);
        var composition = apportioning.composition(council, asOf).orElseThrow(Missing::new);
        var derived = SeatApportionment.of(composition, seats, basis);
        var result = derived.result(List.of());
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        return new Derived(
                council,
                composition.asOf(),
                basis,
                seats,
                derived.total(),
                derived.claims(),
                derived.tie(),
                derived.between(),
                derived.seatsByLot(),
                derived.open(),
                result,
                FactionSeats.difference(FactionSeats.held(body.seats(), today), result));
    }
}
