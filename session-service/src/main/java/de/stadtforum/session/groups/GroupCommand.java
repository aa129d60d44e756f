package de.stadtforum.session.groups;

import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// What may be asked of a working group, as programs and forms send it.
sealed interface GroupCommand {
    record Assign(@NotNull @Id String field, @NotNull @PastDay LocalDate on)
            implements GroupCommand {}

    record Note(
            @NotNull @Id String note,
            @NotNull @Text(max = 10_000) String text,
            @NotNull @PastDay LocalDate on)
            implements GroupCommand {}

    record Share(
            @NotNull @Id String person,
            @NotNull @Line(max = 300) String contact,
            @NotNull @PastDay LocalDate on)
            implements GroupCommand {}

    record Withdraw(@NotNull @Id String person) implements GroupCommand {}

    record Find(@NotNull @PlannedDay LocalDate date) implements GroupCommand {}

    record Report(@NotNull @Id String meeting, @NotNull @PastDay LocalDate on)
            implements GroupCommand {}

    /// A date that was found by mistake, or on which the group does not meet.
    record Drop(@NotNull @PlannedDay LocalDate date, @NotNull @Line(max = 500) String reason)
            implements GroupCommand {}

    record WithdrawNote(@NotNull @Id String note, @NotNull @Line(max = 500) String reason)
            implements GroupCommand {}

    record WithdrawField(@NotNull @Id String field, @NotNull @Line(max = 500) String reason)
            implements GroupCommand {}

    record WithdrawReport(
            @NotNull @Id String meeting,
            @NotNull @PastDay LocalDate on,
            @NotNull @Line(max = 500) String reason)
            implements GroupCommand {}
}
