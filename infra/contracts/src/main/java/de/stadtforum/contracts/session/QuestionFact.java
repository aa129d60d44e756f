package de.stadtforum.contracts.session;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;

/// A current question of the administration and the assembly's statement on it (resolution 3.5).
public sealed interface QuestionFact extends Fact {
    record QuestionAsked(String body, String by, PublicText title, LocalDate on)
            implements QuestionFact {}

    record StatementGiven(PublicText text, String vote, LocalDate on) implements QuestionFact {}

    record QuestionCorrected(PublicText title) implements QuestionFact {}

    /// It was asked by mistake, or whoever asked took it back.
    record QuestionWithdrawn(LocalDate on) implements QuestionFact {}
}
