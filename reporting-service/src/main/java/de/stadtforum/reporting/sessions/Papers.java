package de.stadtforum.reporting.sessions;

import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;

/// The council papers that the assembly proposed (resolution 3.3).
///
/// @param numbered those that the council information system has
public record Papers(int proposed, int numbered, List<Evidence> evidence) {
    public static Papers of(Knowledge known, Span span, Parameters parameters) {
        var proposed = known.all(EntryKind.PAPER).filter(each -> span.covers(each.on())).toList();
        return new Papers(
                proposed.size(),
                (int)
                        proposed.stream()
                                .filter(each ->
                                        known.any(
                                                EntryKind.PAPER_NUMBERED,
                                                each.subject(),
                                                number -> span.reached(number.on())))
                                .count(),
                proposed.stream()
                        .map(each ->
                                Evidence.of("titled", "/vorlagen", "title", each.mark("title")))
                        .toList());
    }
}
