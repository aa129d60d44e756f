package de.stadtforum.session.papers;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.PaperFact.Deliberation;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PaperNumber;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What may be asked of a paper, as programs and forms send it.
sealed interface PaperCommand {
    record Draft(@NotNull @PastDay LocalDate on) implements PaperCommand {}

    record Number(@NotNull @PaperNumber String number, @NotNull @PastDay LocalDate on)
            implements PaperCommand {}

    record Plan(
            @NotNull @Id String body,
            @NotNull @NotUnknown Deliberation role,
            @NotNull @PlannedDay LocalDate on)
            implements PaperCommand {}

    record Record(
            @NotNull @Id String body,
            @Text(max = PublicText.LONGEST) @Nullable String result,
            @NotNull @PastDay LocalDate on)
            implements PaperCommand {}

    /// @param on the day that holds; without one it was not drafted after all
    record CorrectDraft(@PastDay @Nullable LocalDate on, @NotNull @Line(max = 500) String reason)
            implements PaperCommand {}

    /// @param number that holds; without one it has none after all
    record CorrectNumber(
            @PaperNumber @Nullable String number,
            @PastDay @Nullable LocalDate on,
            @NotNull @Line(max = 500) String reason)
            implements PaperCommand {}

    record CorrectPlan(
            @NotNull @Id String body,
            @NotNull @NotUnknown Deliberation role,
            @NotNull @PlannedDay LocalDate on,
            @NotNull @Line(max = 500) String reason)
            implements PaperCommand {}

    record WithdrawPlan(@NotNull @Id String body, @NotNull @Line(max = 500) String reason)
            implements PaperCommand {}

    /// @param on the day that holds; without one the body did not treat it after all
    record CorrectRecord(
            @NotNull @Id String body,
            @Text(max = PublicText.LONGEST) @Nullable String result,
            @PastDay @Nullable LocalDate on,
            @NotNull @Line(max = 500) String reason)
            implements PaperCommand {}
}
