package de.stadtforum.lab.labs;

import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.Known;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// What may be asked of a lab, as the API and the forms of the pages send it.
sealed interface LabCommand permits LabCommand.Act, LabPutRight {

    /// What happens with a lab.
    sealed interface Act extends LabCommand {}

    /// Makes a lab, so it is no command to one.
    record Plan(
            @NotNull @Id String district,
            @NotNull @Line(max = 120) String neighbourhood,
            @NotNull @PlannedDay LocalDate date,
            @NotNull @Known Place place) {}

    record GoAhead(@NotNull @Text(max = 1_000) String reason, @NotNull @PastDay LocalDate on)
            implements Act {}

    record Open(@NotNull @PastDay LocalDate on) implements Act {}

    record Hold(@NotNull @PastDay LocalDate on, @NotNull @Min(0) @Max(100_000) Integer participants)
            implements Act {}

    record Postpone(@NotNull @PlannedDay LocalDate date) implements Act {}

    record Miss(@NotNull @PastDay LocalDate on) implements Act {}

    record Involve(@NotNull @Known Partner kind, @NotNull @Line(max = 200) String name)
            implements Act {}

    record Ask(
            @NotNull @Id String question,
            @NotNull @Text(max = 2_000) String text,
            @NotNull @PastDay LocalDate on)
            implements Act {}

    record Answer(
            @NotNull @Id String question,
            @NotNull @Text(max = 2_000) String text,
            @NotNull @PastDay LocalDate on)
            implements Act {}

    record Report(
            @NotNull @Id String body,
            @NotNull @Text(max = 4_000) String summary,
            @NotNull @PastDay LocalDate on)
            implements Act {}

    record ProposeField(
            @NotNull @Id String proposal,
            @NotNull @Line(max = 200) String title,
            @NotNull @PastDay LocalDate on)
            implements Act {}

    /// A dated note, also when nothing can be put right any more.
    record Note(@NotNull @Text(max = 2_000) String text) implements Act {}
}
