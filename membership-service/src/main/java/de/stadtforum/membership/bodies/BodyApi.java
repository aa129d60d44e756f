package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.membership.Known;
import de.stadtforum.membership.SeatId;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The commands on bodies and their seats.
@RestController
@RequestMapping("/api/membership/bodies")
class BodyApi {
    record NewBody(
            @NotNull @Known BodyKind kind,
            @NotNull @Line(max = 200) String name,
            @NotNull @Min(0) @Max(1_000) Integer votingSeats,
            @NotNull @Min(0) @Max(365) Integer meetingsPerYear,
            @NotNull @Known Publicity publicity,
            @Nullable @Id String district,
            @NotNull @PlannedDay LocalDate from) {}

    record NewSeat(
            @NotNull @SeatId String seat,
            @NotNull @Known SeatKind kind,
            @NotNull @Known SeatBasis basis,
            @NotNull @Id String holder,
            @NotNull @Line(max = 200) String name,
            @NotNull @PlannedDay LocalDate from) {}

    record NewDelegate(
            @NotNull @SeatId String seat,
            @NotNull @Id String person,
            @NotNull @PlannedDay LocalDate from) {}

    /// @param replaces who has the rank until then; nobody is replaced unasked
    record NewDeputy(
            @NotNull @SeatId String seat,
            @NotNull @Id String person,
            @NotNull @Min(1) @Max(20) Integer rank,
            @NotNull @PlannedDay LocalDate from,
            @Nullable @Id String replaces) {}

    record SeatUntil(@NotNull @SeatId String seat, @NotNull @PlannedDay LocalDate until) {}

    record SeatOn(@NotNull @SeatId String seat, @NotNull @PastDay LocalDate on) {}

    record SeatFrom(@NotNull @SeatId String seat, @NotNull @PlannedDay LocalDate from) {}

    record NewSecretariat(
            @NotNull @Id String office,
            @NotNull @Line(max = 200) String name,
            @NotNull @PlannedDay LocalDate from) {}

    record End(@NotNull @PlannedDay LocalDate until) {}

    private final AggregateStore<Body> bodies;
    private final SeatDesk desk;
    private final BodyRights rights;

    BodyApi(AggregateStore<Body> bodies, SeatDesk desk, BodyRights rights) {
        this.bodies = bodies;
        this.desk = desk;
        this.rights = rights;
    }

    /// Establishes a body.
    @May(Role.SECRETARIAT)
    @In(field = "kind")
    @PutMapping("/{id}")
    ResponseEntity<Accepted> establish(
            @PathVariable @Id String id, @RequestBody @Valid NewBody command, Actor actor) {
        rights.in(id, command.kind).need(actor, Role.SECRETARIAT);
        var charter =
                new Charter(
                        command.kind,
                        command.name.strip(),
                        command.votingSeats,
                        command.meetingsPerYear,
                        command.publicity,
                        command.district,
                        command.from);
        return Answers.created(
                id, bodies.create(id, existing -> Body.establish(existing, id, charter)));
    }

    /// Creates a seat in a body.
    @May(Role.SECRETARIAT)
    @In(Body.class)
    @PostMapping("/{id}/seats")
    Accepted createSeat(@PathVariable @Id String id, @RequestBody @Valid NewSeat command) {
        var seat =
                Seat.created(
                        command.seat,
                        command.kind,
                        command.basis,
                        command.holder,
                        command.name.strip(),
                        command.from);
        return Answers.done(id, bodies.decide(id, body -> body.createSeat(seat)));
    }

    /// Ends a seat on a day.
    @May(Role.SECRETARIAT)
    @In(Body.class)
    @PostMapping("/{id}/seats/withdraw")
    Accepted withdraw(@PathVariable @Id String id, @RequestBody @Valid SeatUntil command) {
        return Answers.done(
                id, bodies.decide(id, body -> body.withdraw(command.seat, command.until)));
    }

    /// Records that the holder of a seat was asked to name a delegate.
    @May(Role.SECRETARIAT)
    @In(Body.class)
    @PostMapping("/{id}/invite")
    Accepted invite(@PathVariable @Id String id, @RequestBody @Valid SeatOn command) {
        return Answers.done(id, bodies.decide(id, body -> body.invite(command.seat, command.on)));
    }

    /// Gives the chair to a seat.
    @May(Role.SECRETARIAT)
    @In(Body.class)
    @PostMapping("/{id}/chair")
    Accepted assignChair(@PathVariable @Id String id, @RequestBody @Valid SeatFrom command) {
        return Answers.done(
                id, bodies.decide(id, body -> body.assignChair(command.seat, command.from)));
    }

    /// Gives the secretariat of a body to an office.
    @May(Role.SECRETARIAT)
    @In(Body.class)
    @PostMapping("/{id}/secretariat")
    Accepted assignSecretariat(
            @PathVariable @Id String id, @RequestBody @Valid NewSecretariat command) {
        return Answers.done(
                id,
                bodies.decide(
                        id,
                        body ->
                                body.assignSecretariat(
                                        command.office, command.name.strip(), command.from)));
    }

    /// Ends a body on a day.
    @May(Role.SECRETARIAT)
    @In(Body.class)
    @PostMapping("/{id}/end")
    Accepted end(@PathVariable @Id String id, @RequestBody @Valid End command) {
        return Answers.done(id, bodies.decide(id, body -> body.end(command.until)));
    }

    /// Names the delegate of a seat.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/{id}/delegates")
    Accepted nameDelegate(
            @PathVariable @Id String id, @RequestBody @Valid NewDelegate command, Actor actor) {
        return Answers.done(
                id, desk.nameDelegate(actor, id, command.seat, command.person, command.from));
    }

    /// Ends the delegation of a seat.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/{id}/delegations/end")
    Accepted endDelegation(
            @PathVariable @Id String id, @RequestBody @Valid SeatUntil command, Actor actor) {
        return Answers.done(id, desk.endDelegation(actor, id, command.seat, command.until));
    }

    /// Names a deputy for a seat.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/{id}/deputies")
    Accepted nameDeputy(
            @PathVariable @Id String id, @RequestBody @Valid NewDeputy command, Actor actor) {
        return Answers.done(
                id,
                desk.nameDeputy(
                        actor,
                        id,
                        command.seat,
                        command.person,
                        command.rank,
                        command.from,
                        command.replaces));
    }
}
