package de.stadtforum.reporting.sessions;

import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;

/// Rules of procedure in force (resolution 3.18).
///
/// @param own editions for the body itself
/// @param forGroups editions for its working groups
public record Rules(int own, int forGroups, List<Evidence> evidence) {
    public static Rules of(Knowledge known, Span span, Parameters parameters) {
        var all = known.all(EntryKind.RULES).filter(each -> span.reached(each.on())).toList();
        var groups = (int) all.stream().filter(each -> each.mark("groups").equals("true")).count();
        return new Rules(
                all.size() - groups,
                groups,
                all.isEmpty()
                        ? List.of()
                        : List.of(
                                Evidence.of("rules", "/geschaeftsordnung", "number", all.size())));
    }
}
