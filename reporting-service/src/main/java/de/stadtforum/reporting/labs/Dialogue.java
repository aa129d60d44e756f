package de.stadtforum.reporting.labs;

import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;

/// Whether labs go on, and in dialogue: with questions that were answered in public (resolution 5.1).
///
/// @param begun labs that were opened or held
/// @param answering labs with an answer in public
public record Dialogue(int begun, int held, int answering, int answers, List<Evidence> evidence) {
    public static Dialogue of(Knowledge known, Span span, Parameters parameters) {
        var begun =
                known.all(EntryKind.LAB)
                        .filter(each ->
                                known.any(
                                                EntryKind.LAB_OPENED,
                                                each.subject(),
                                                it -> span.covers(it.on()))
                                        || known.any(
                                                EntryKind.LAB_HELD,
                                                each.subject(),
                                                it -> span.covers(it.on())))
                        .toList();
        var answering =
                known.all(EntryKind.LAB)
                        .filter(each ->
                                known.any(
                                        EntryKind.LAB_ANSWER,
                                        each.subject(),
                                        it -> span.covers(it.on())))
                        .toList();
        return new Dialogue(
                begun.size(),
                LabEvidence.held(known, span).size(),
                answering.size(),
                (int)
                        known.all(EntryKind.LAB_ANSWER)
                                .filter(each -> span.covers(each.on()))
                                .count(),
                LabEvidence.of(answering.stream()));
    }
}
