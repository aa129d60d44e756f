package de.stadtforum.contracts.reporting;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The final report on master plan 1.0 (resolution 1.1).
public sealed interface FinalReportFact extends Fact {
    enum Progress {
        DONE,
        RUNNING,
        DROPPED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record MeasureImported(String measure, PublicText title, Progress progress)
            implements FinalReportFact {}

    record FinalReportPresented(String body, LocalDate on, @Nullable String paper)
            implements FinalReportFact {}

    /// It was not laid before that body after all.
    record FinalPresentationWithdrawn(String body, LocalDate on) implements FinalReportFact {}
}
