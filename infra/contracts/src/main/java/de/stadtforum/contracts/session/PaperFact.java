package de.stadtforum.contracts.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A council paper that the assembly proposed, and its way through the bodies (resolution 3.3).
public sealed interface PaperFact extends Fact {
    enum Deliberation {
        ADVISES,
        DECIDES,
        TAKES_NOTE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record PaperProposed(String body, PublicText title, String vote, LocalDate on)
            implements PaperFact {}

    record PaperDrafted(LocalDate on) implements PaperFact {}

    /// @param number as the council information system gave it, such as 26093-22
    record PaperNumbered(String number, LocalDate on) implements PaperFact {}

    record DeliberationPlanned(String body, Deliberation role, LocalDate on) implements PaperFact {}

    record DeliberationRecorded(String body, @Nullable PublicText result, LocalDate on)
            implements PaperFact {}

    /// @param on the day that holds from now on; nothing where it was not drafted after all
    record DraftCorrected(@Nullable LocalDate on) implements PaperFact {}

    /// @param number that holds from now on; nothing, with its day, where it has none after all
    record NumberCorrected(@Nullable String number, @Nullable LocalDate on) implements PaperFact {}

    record DeliberationCorrected(String body, Deliberation role, LocalDate on)
            implements PaperFact {}

    /// The paper does not go to this body after all.
    record DeliberationWithdrawn(String body) implements PaperFact {}

    /// @param on the day that holds from now on; nothing, with the result, where the body did not treat it after all
    record DeliberationRecordCorrected(
            String body, @Nullable PublicText result, @Nullable LocalDate on)
            implements PaperFact {}
}
