package de.stadtforum.contracts.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A standing topic: how the city's safety structures go on, in the city and its districts (resolution 3.6, 3.7).
public sealed interface TopicFact extends Fact {
    enum Level {
        CITY,
        DISTRICT,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record TopicOpened(String body, PublicText title, LocalDate on) implements TopicFact {}

    record OptionDeliberated(
            String option, PublicText title, Level level, String meeting, LocalDate on)
            implements TopicFact {}

    record TopicPostponed(String meeting, LocalDate on) implements TopicFact {}

    record TopicConcluded(String vote, LocalDate on) implements TopicFact {}

    record TopicCorrected(PublicText title) implements TopicFact {}

    /// An option was entered by mistake.
    record OptionWithdrawn(String option, LocalDate on) implements TopicFact {}

    /// The postponement was entered by mistake.
    ///
    /// @param last the day of the last postponement that holds; nothing where there is none
    record PostponementWithdrawn(String meeting, LocalDate on, @Nullable LocalDate last)
            implements TopicFact {}
}
