package de.stadtforum.contracts.lab;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The concept for the neighbourhood labs, due before the next ones (resolution 5.3, 5.4).
public sealed interface ConceptFact extends Fact {
    enum Statement {
        POLITICS_INFORMED,
        CONTRIBUTIONS_RECEIVED,
        ASSOCIATIONS_INVOLVED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record ConceptDrafted(int edition, LocalDate on) implements ConceptFact {}

    record StatementMade(Statement statement, PublicText text) implements ConceptFact {}

    /// @param paper number of the council paper it was laid before the body with
    record ConceptPresented(String body, LocalDate on, @Nullable String paper)
            implements ConceptFact {}

    /// It was not laid before that body after all.
    record PresentationWithdrawn(String body, LocalDate on) implements ConceptFact {}
}
