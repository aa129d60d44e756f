package de.stadtforum.reporting.sessions;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The working groups: what they work at and whether they use their rooms (resolution 4.1, 4.3, 4.4).
///
/// @param active those that stand on the last day
/// @param withoutField names of the active ones that no field was assigned to
/// @param sharing active ones in whose room somebody shared a note, a contact or a date
public record Groups(
        int formed,
        int active,
        int withField,
        List<String> withoutField,
        int sharing,
        List<Evidence> evidence) {
    public static Groups of(Knowledge known, Span span, Parameters parameters) {
        var shown = parameters.text("show").orElse("ALL");
        var formed = known.all(EntryKind.GROUP).filter(each -> span.covers(each.on())).toList();
        var active = formed.stream().filter(each -> each.covers(span.until())).toList();
        Predicate<Entry> hasField = each -> has(known, EntryKind.GROUP_FIELD, each, span);
        Predicate<Entry> shares = each -> has(known, EntryKind.GROUP_SHARED, each, span);
        var without = active.stream().filter(hasField.negate()).toList();
        var evidence =
                switch (shown) {
                    case "ALL" -> formed.stream();
                    case "WITH_FIELD" -> formed.stream().filter(hasField);
                    case "SHARING" -> formed.stream().filter(shares);
                    default ->
                            throw new IllegalArgumentException(
                                    "\"show\" is one of ALL, WITH_FIELD, SHARING, not " + shown);
                };
        return new Groups(
                formed.size(),
                active.size(),
                active.size() - without.size(),
                without.stream().map(each -> each.mark("name")).toList(),
                (int) active.stream().filter(shares).count(),
                evidence(evidence));
    }

    private static boolean has(Knowledge known, EntryKind kind, Entry group, Span span) {
        return known.any(kind, group.subject(), each -> span.reached(each.on()));
    }

    private static List<Evidence> evidence(Stream<Entry> groups) {
        return groups.map(each ->
                        Evidence.of(
                                "named",
                                "/arbeitsgruppen/" + each.subject(),
                                "name",
                                each.mark("name")))
                .toList();
    }
}
