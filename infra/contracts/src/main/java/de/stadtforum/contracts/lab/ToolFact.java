package de.stadtforum.contracts.lab;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The statement on what the city's participation platform contributes (resolution 5.6).
public sealed interface ToolFact extends Fact {
    record ToolStatementMade(int edition, PublicText text, LocalDate on) implements ToolFact {}

    record ToolStatementPresented(int edition, String body, LocalDate on, @Nullable String paper)
            implements ToolFact {}

    /// It was not laid before that body after all.
    record ToolPresentationWithdrawn(int edition, String body, LocalDate on) implements ToolFact {}
}
