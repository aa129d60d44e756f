package de.stadtforum.lab.labs;

import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.Known;
import de.stadtforum.web.Id;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// What may be asked of a lab, as the API and the forms of the pages send it.
sealed interface LabCommand {
    /// Makes a lab, so it is no command to one.
    record Plan(
            @NotNull @Id String district,
            @NotNull @Text(max = 120) String neighbourhood,
            @NotNull LocalDate date,
            @NotNull @Known Place place) {}

    record GoAhead(@NotNull @Text(max = 1_000) String reason, @NotNull LocalDate on)
            implements LabCommand {}

    record Open(@NotNull LocalDate on) implements LabCommand {}

    record Hold(@NotNull LocalDate on, @NotNull @Min(0) @Max(100_000) Integer participants)
            implements LabCommand {}

    record Postpone(@NotNull LocalDate date) implements LabCommand {}

    record Miss(@NotNull LocalDate on) implements LabCommand {}

    record Involve(@NotNull @Known Partner kind, @NotNull @Text(max = 200) String name)
            implements LabCommand {}

    record Ask(
            @NotNull @Id String question,
            @NotNull @Text(max = 2_000) String text,
            @NotNull LocalDate on)
            implements LabCommand {}

    record Answer(
            @NotNull @Id String question,
            @NotNull @Text(max = 2_000) String text,
            @NotNull LocalDate on)
            implements LabCommand {}

    record Report(
            @NotNull @Id String body,
            @NotNull @Text(max = 4_000) String summary,
            @NotNull LocalDate on)
            implements LabCommand {}

    record ProposeField(
            @NotNull @Id String proposal,
            @NotNull @Text(max = 200) String title,
            @NotNull LocalDate on)
            implements LabCommand {}
}
