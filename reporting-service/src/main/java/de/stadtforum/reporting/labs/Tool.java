package de.stadtforum.reporting.labs;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statement on what the city's participation platform can add (resolution 5.6).
///
/// @param editions that were made
/// @param presented bodies that it was laid before
public record Tool(
        int editions, int presented, @Nullable LocalDate first, List<Evidence> evidence) {
    public static Tool of(Knowledge known, Span span, Parameters parameters) {
        var presented =
                known.all(EntryKind.TOOL_PRESENTED).filter(each -> span.covers(each.on())).toList();
        return new Tool(
                (int) known.all(EntryKind.TOOL).filter(each -> span.covers(each.on())).count(),
                (int) presented.stream().map(Entry::part).distinct().count(),
                presented.isEmpty() ? null : presented.getFirst().on(),
                presented.isEmpty()
                        ? List.of()
                        : List.of(Evidence.of("tool", "/beteiligungsplattform")));
    }
}
