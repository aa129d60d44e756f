package de.stadtforum.reporting.labs;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;

/// Whether the results of all labs that were held were reported to the assembly or a working group (resolution 5.7).
///
/// @param heard reported ones that a meeting has dealt with
/// @param unreported neighbourhoods of held labs without a report
/// @param late those of them that were held more days ago than the obligation allows
public record ReportedResults(
        int held,
        int reported,
        int heard,
        List<String> unreported,
        List<String> late,
        List<Evidence> evidence) {
    public static ReportedResults of(Knowledge known, Span span, Parameters parameters) {
        var within = parameters.number("withinDays", 90);
        var held = LabEvidence.held(known, span);
        var reported = held.stream().filter(each -> isReported(known, each, span)).toList();
        var silent = held.stream().filter(each -> !isReported(known, each, span)).toList();
        return new ReportedResults(
                held.size(),
                reported.size(),
                (int)
                        reported.stream()
                                .filter(each ->
                                        known.any(
                                                EntryKind.LAB_HEARD,
                                                each.subject(),
                                                it -> span.reached(it.on())))
                                .count(),
                LabEvidence.names(silent.stream()),
                LabEvidence.names(
                        silent.stream()
                                .filter(each ->
                                        known.any(
                                                EntryKind.LAB_HELD,
                                                each.subject(),
                                                it ->
                                                        it.on()
                                                                .plusDays(within)
                                                                .isBefore(span.until())))),
                LabEvidence.of(reported.stream()));
    }

    // a body that membership has not told of yet may be a working group
    private static boolean isReported(Knowledge known, Entry lab, Span span) {
        return known.any(
                EntryKind.LAB_REPORTED,
                lab.subject(),
                each ->
                        span.reached(each.on())
                                && switch (known.kindOf(each.part())) {
                                    case ASSEMBLY, WORKING_GROUP, UNKNOWN -> true;
                                    default -> false;
                                });
    }
}
