package de.stadtforum.contracts.lab;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A neighbourhood lab in one of the city's districts (resolution 5).
public sealed interface LabFact extends Fact {
    /// Where residents contribute.
    enum Place {
        HERE,
        CITY_TOOL,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Partner {
        ASSOCIATION,
        CLUB,
        YOUTH_WORK,
        SOCIAL_WORK,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record LabPlanned(String district, PublicText neighbourhood, LocalDate date, Place place)
            implements LabFact {}

    /// A responsible person lets the lab go ahead before the concept was presented everywhere; the reason stays at home.
    record GoAheadGiven(LocalDate on) implements LabFact {}

    /// Open for contributions.
    record LabOpened(LocalDate on) implements LabFact {}

    record LabHeld(LocalDate on, int participants) implements LabFact {}

    record LabPostponed(LocalDate date) implements LabFact {}

    /// It did not take place before its deadline.
    record LabMissed(LocalDate on) implements LabFact {}

    record PartnerInvolved(Partner kind, PublicText name) implements LabFact {}

    /// A question from the dialogue was answered in public (resolution 5.1).
    record QuestionAnswered(String question, LocalDate on) implements LabFact {}

    /// @param body the assembly or one of its working groups (resolution 5.7)
    record ResultReported(String body, PublicText summary, LocalDate on) implements LabFact {}

    /// The body has treated the report.
    record ResultHeard(String meeting, LocalDate on) implements LabFact {}

    /// A new field of action that grew from the lab, for the assembly to name (resolution 5.5).
    record FieldProposed(String proposal, PublicText title, LocalDate on) implements LabFact {}

    /// What was planned is this from now on, in place of what was told before.
    record PlanCorrected(PublicText neighbourhood, LocalDate date, Place place)
            implements LabFact {}

    /// It was planned by mistake and does not count.
    record LabCancelled(LocalDate on) implements LabFact {}

    record GoAheadWithdrawn(LocalDate on) implements LabFact {}

    /// @param on the day that holds from now on; nothing where it was not opened after all
    record OpeningCorrected(@Nullable LocalDate on) implements LabFact {}

    /// @param on the day that holds from now on; nothing, with the participants, where it was not held after all
    record HeldCorrected(@Nullable LocalDate on, @Nullable Integer participants)
            implements LabFact {}

    /// It did take place, or may still: that it was missed was told by mistake.
    record MissedWithdrawn(LocalDate on) implements LabFact {}

    record PartnerWithdrawn(Partner kind, PublicText name) implements LabFact {}

    /// The answer to a question from the dialogue was taken back.
    record AnswerWithdrawn(String question, LocalDate on) implements LabFact {}

    /// The result that was reported is this from now on.
    record ResultCorrected(String body, PublicText summary, LocalDate on) implements LabFact {}
}
