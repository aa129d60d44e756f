package de.stadtforum.membership.bodies;

import de.stadtforum.membership.SeatId;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What was named is put right, with a reason; and the end of a deputy.
@RestController
@RequestMapping("/api/membership/bodies/{id}")
class SeatCorrectionApi {
    record Mistake(
            @NotNull @SeatId String seat,
            @NotNull @Id String person,
            @NotNull @Text(max = 500) String reason) {}

    record CorrectedEnd(
            @NotNull @SeatId String seat,
            @NotNull @Id String person,
            @Nullable @PlannedDay LocalDate until,
            @NotNull @Text(max = 500) String reason) {}

    record DeputyUntil(
            @NotNull @SeatId String seat,
            @NotNull @Id String person,
            @NotNull @PlannedDay LocalDate until) {}

    private final SeatDesk desk;

    SeatCorrectionApi(SeatDesk desk) {
        this.desk = desk;
    }

    /// Corrects the last day of a delegation; without one it goes on.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/delegations/end/correct")
    Accepted correctEnd(
            @PathVariable @Id String id, @RequestBody @Valid CorrectedEnd command, Actor actor) {
        return Answers.done(
                id,
                desk.correctEnd(
                        actor,
                        id,
                        command.seat,
                        command.person,
                        command.until,
                        command.reason.strip()));
    }

    /// Withdraws the newest delegation of a person that was named by mistake; who was ended by it goes on.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/delegations/withdraw")
    Accepted withdrawDelegation(
            @PathVariable @Id String id, @RequestBody @Valid Mistake command, Actor actor) {
        return Answers.done(
                id,
                desk.withdrawDelegation(
                        actor, id, command.seat, command.person, command.reason.strip()));
    }

    /// Ends a deputy on a day.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/deputies/end")
    Accepted endDeputy(
            @PathVariable @Id String id, @RequestBody @Valid DeputyUntil command, Actor actor) {
        return Answers.done(
                id, desk.endDeputy(actor, id, command.seat, command.person, command.until));
    }

    /// Withdraws a deputy who was named by mistake; who was replaced by it has the rank again.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/deputies/withdraw")
    Accepted withdrawDeputy(
            @PathVariable @Id String id, @RequestBody @Valid Mistake command, Actor actor) {
        return Answers.done(
                id,
                desk.withdrawDeputy(
                        actor, id, command.seat, command.person, command.reason.strip()));
    }
}
