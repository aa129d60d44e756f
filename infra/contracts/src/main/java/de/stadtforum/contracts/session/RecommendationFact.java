package de.stadtforum.contracts.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A recommendation of the assembly and what its addressee made of it (resolution 3.2).
public sealed interface RecommendationFact extends Fact {
    enum Addressee {
        COUNCIL,
        COMMITTEE,
        STEERING_GROUP,
        ADMINISTRATION,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Answer {
        ADOPTED,
        ADOPTED_IN_PART,
        DECLINED,
        TAKEN_NOTE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /// @param to the addressee's body id
    record RecommendationMade(
            String body,
            Addressee addressee,
            String to,
            PublicText text,
            String vote,
            LocalDate on,
            @Nullable LocalDate answerDue)
            implements RecommendationFact {}

    record RecommendationForwarded(LocalDate on) implements RecommendationFact {}

    record RecommendationAnswered(Answer answer, @Nullable PublicText text, LocalDate on)
            implements RecommendationFact {}

    /// @param on the day that holds from now on; nothing where it was not forwarded after all
    record ForwardingCorrected(@Nullable LocalDate on) implements RecommendationFact {}

    /// @param answer that holds from now on; nothing, with the rest, where there is none after all
    record AnswerCorrected(
            @Nullable Answer answer, @Nullable PublicText text, @Nullable LocalDate on)
            implements RecommendationFact {}
}
