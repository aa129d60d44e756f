package de.stadtforum.lab.contributions;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.lab.Known;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What may be done with a contribution, as the API and the forms of the pages send it.
sealed interface ContributionCommand {
    int REASON = 500;

    /// Browsers send a line break as two characters and count it as one.
    @SuppressWarnings("NullAway") // a form is validated after it was made
    static String oneBreak(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }

    static @Nullable String orNothing(@Nullable String line) {
        return line == null || line.isBlank() ? null : line.strip();
    }

    record Send(
            @NotNull @Id String lab,
            @NotNull @Known Channel channel,
            @NotNull @Text(max = Contribution.LONGEST) String text,
            @Nullable @Line(max = 200) String location,
            @NotNull @PastDay LocalDate on)
            implements ContributionCommand {
        public Send {
            text = oneBreak(text);
            location = orNothing(location);
        }

        /// What a resident wrote never stands in a log.
        @Override
        public String toString() {
            return "Send[" + lab + ", " + channel + "]";
        }
    }

    record Publish(@NotNull @PastDay LocalDate on) implements ContributionCommand {}

    record Withhold(
            @NotNull @Known WithheldFor reason,
            @Nullable @Text(max = 1_000) String note,
            @NotNull @PastDay LocalDate on)
            implements ContributionCommand {
        public Withhold {
            note = note == null || note.isBlank() ? null : note;
        }
    }

    record Assess(
            @NotNull @Known Assessment assessment,
            @NotNull @Text(max = 2_000) String text,
            @NotNull @PastDay LocalDate on)
            implements ContributionCommand {}

    record LiftWithholding(@NotNull @Line(max = REASON) String reason)
            implements ContributionCommand {}

    record WithdrawPublication(@NotNull @Line(max = REASON) String reason)
            implements ContributionCommand {}

    record CorrectAssessment(
            @NotNull @Known Assessment assessment,
            @NotNull @Text(max = 2_000) String text,
            @NotNull @PastDay LocalDate on,
            @NotNull @Line(max = REASON) String reason)
            implements ContributionCommand {}

    /// By the team that entered it by mistake.
    record Withdraw(@NotNull @Line(max = REASON) String reason, @Sure Boolean sure)
            implements ContributionCommand {}

    /// By whoever sent it, who owes no reason.
    record TakeBack(@Sure Boolean sure) implements ContributionCommand {}
}
