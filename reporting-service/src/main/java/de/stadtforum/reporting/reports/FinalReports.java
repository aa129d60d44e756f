package de.stadtforum.reporting.reports;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The final report on the earlier programme (resolution 1.1).
///
/// @param presented bodies that it was laid before
/// @param first the day of the first time
public record FinalReports(int presented, @Nullable LocalDate first, List<Evidence> evidence) {
    public static FinalReports of(Knowledge known, Span span, Parameters parameters) {
        var presented =
                known.all(EntryKind.FINAL_REPORT_PRESENTED)
                        .filter(each -> span.covers(each.on()))
                        .toList();
        return new FinalReports(
                (int) presented.stream().map(Entry::part).distinct().count(),
                presented.isEmpty() ? null : presented.getFirst().on(),
                presented.isEmpty()
                        ? List.of()
                        : List.of(Evidence.of("final-report", "/abschlussbericht")));
    }
}
