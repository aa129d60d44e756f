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
}
