package de.stadtforum.reporting.reports;

import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.finalreport.FinalReport;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What reporting knows of its own reports, dated as the facts of the others are.
public final class ReportEntries {
    private ReportEntries() {}

    /// A report counts from the day on which it was given to the day on which it was withdrawn.
    public static Stream<Entry> of(InterimReport report) {
        return report.delivered().entrySet().stream()
                .map(each ->
                        entry(
                                EntryKind.REPORT_DELIVERED,
                                report.id(),
                                each.getKey(),
                                each.getValue(),
                                report.withdrawnOn(),
                                "period",
                                report.period().name()));
    }

    public static Stream<Entry> of(FinalReport report) {
        return report.presented().entrySet().stream()
                .map(each ->
                        entry(
                                EntryKind.FINAL_REPORT_PRESENTED,
                                report.id(),
                                each.getKey(),
                                each.getValue().on(),
                                null));
    }

    private static Entry entry(
            EntryKind kind,
            String report,
            String body,
            LocalDate on,
            @Nullable LocalDate withdrawn,
            @Nullable Object... marks) {
        return new Entry(
                kind, report, body, on, null, AggregateEntries.marks(marks), on, withdrawn);
    }
}
