package de.stadtforum.lab.labs;

import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.Known;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// How an act on a lab is corrected or withdrawn: always with a reason, which is public.
sealed interface LabPutRight extends LabCommand {
    int REASON = 500;

    String reason();

    record CorrectPlan(
            @NotNull @Line(max = 120) String neighbourhood,
            @NotNull @PlannedDay LocalDate date,
            @NotNull @Known Place place,
            @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    /// @param sure said once more, for nothing brings it back
    record Cancel(@NotNull @Line(max = REASON) String reason, @Sure Boolean sure)
            implements LabPutRight {}

    record WithdrawGoAhead(@NotNull @Line(max = REASON) String reason) implements LabPutRight {}

    record CorrectOpening(
            @NotNull @PastDay LocalDate on, @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    record WithdrawOpening(@NotNull @Line(max = REASON) String reason) implements LabPutRight {}

    record CorrectHeld(
            @NotNull @PastDay LocalDate on,
            @NotNull @Min(0) @Max(100_000) Integer participants,
            @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    record WithdrawHeld(@NotNull @Line(max = REASON) String reason) implements LabPutRight {}

    record WithdrawMissed(@NotNull @Line(max = REASON) String reason) implements LabPutRight {}

    record WithdrawPartner(
            @NotNull @Known Partner kind,
            @NotNull @Line(max = 200) String name,
            @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    record CorrectQuestion(
            @NotNull @Id String question,
            @NotNull @Text(max = 2_000) String text,
            @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    record WithdrawQuestion(
            @NotNull @Id String question, @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    record CorrectAnswer(
            @NotNull @Id String question,
            @NotNull @Text(max = 2_000) String text,
            @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    record WithdrawAnswer(@NotNull @Id String question, @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}

    record CorrectReport(
            @NotNull @Id String body,
            @NotNull @Text(max = 4_000) String summary,
            @NotNull @PastDay LocalDate on,
            @NotNull @Line(max = REASON) String reason)
            implements LabPutRight {}
}
