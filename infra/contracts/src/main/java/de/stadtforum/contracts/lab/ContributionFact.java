package de.stadtforum.contracts.lab;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import java.time.LocalDate;

/// What a resident contributed to a lab; the text itself never leaves the lab service (resolution 5.4b).
public sealed interface ContributionFact extends Fact {
    enum Channel {
        ONLINE,
        PAPER,
        ON_SITE,
        CITY_TOOL,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum WithheldFor {
        PERSONAL_DATA,
        INSULT,
        UNLAWFUL,
        OFF_TOPIC,
        DUPLICATE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Assessment {
        TAKEN_UP,
        UNDER_REVIEW,
        ALREADY_DONE,
        NOT_FEASIBLE,
        OTHER_COMPETENCE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record ContributionReceived(String lab, Channel channel, LocalDate on)
            implements ContributionFact {}

    record ContributionPublished(LocalDate on) implements ContributionFact {}

    record ContributionWithheld(WithheldFor reason, LocalDate on) implements ContributionFact {}

    record ContributionAssessed(Assessment assessment, LocalDate on) implements ContributionFact {}

    /// The decision to withhold it was wrong: it waits for a decision again.
    record WithholdingLifted(LocalDate on) implements ContributionFact {}

    /// The decision to publish it was wrong: it waits for a decision again.
    record PublicationWithdrawn(LocalDate on) implements ContributionFact {}

    /// The assessment that holds from now on.
    record AssessmentCorrected(Assessment assessment, LocalDate on) implements ContributionFact {}

    /// It was entered by mistake, or whoever sent it took it back: it does not count.
    record ContributionWithdrawn(LocalDate on) implements ContributionFact {}
}
