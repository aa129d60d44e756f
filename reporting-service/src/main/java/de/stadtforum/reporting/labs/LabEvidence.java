package de.stadtforum.reporting.labs;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Span;
import java.util.List;
import java.util.stream.Stream;

/// Labs as the measures find and show them.
final class LabEvidence {
    private LabEvidence() {}

    /// Labs that were held in the span, by the day they are planned for.
    static List<Entry> held(Knowledge known, Span span) {
        return known.all(EntryKind.LAB)
                .filter(each ->
                        known.any(
                                EntryKind.LAB_HELD, each.subject(), held -> span.covers(held.on())))
                .toList();
    }

    static List<Evidence> of(Stream<Entry> labs) {
        return labs.map(each ->
                        Evidence.of(
                                "lab",
                                "/labore/" + each.subject(),
                                "neighbourhood",
                                each.mark("neighbourhood")))
                .toList();
    }

    static List<String> names(Stream<Entry> labs) {
        return labs.map(each -> each.mark("neighbourhood")).toList();
    }
}
