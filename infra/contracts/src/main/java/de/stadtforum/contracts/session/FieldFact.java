package de.stadtforum.contracts.session;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A field of action exists by decision of the assembly and is shaped by decision (resolution 3.4).
public sealed interface FieldFact extends Fact {
    /// @param lab the neighbourhood lab that it grew from (resolution 5.5)
    record FieldNamed(PublicText title, String vote, @Nullable String lab, LocalDate on)
            implements FieldFact {}

    record FieldShaped(PublicText description, String vote, LocalDate on) implements FieldFact {}
}
