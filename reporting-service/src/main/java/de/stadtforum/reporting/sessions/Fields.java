package de.stadtforum.reporting.sessions;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;

/// The fields of action: named, shaped further, grown from a lab (resolution 3.4, 5.5).
///
/// @param shaped those that were shaped further since they were named
/// @param fromLabs those that grew from a lab
/// @param proposed labs that proposed one
public record Fields(int named, int shaped, int fromLabs, int proposed, List<Evidence> evidence) {
    public static Fields of(Knowledge known, Span span, Parameters parameters) {
        var onlyFromLabs = parameters.text("from").filter("LABS"::equals).isPresent();
        var named = known.all(EntryKind.FIELD).filter(each -> span.covers(each.on())).toList();
        var grown = named.stream().filter(each -> !each.mark("lab").isEmpty()).toList();
        var proposing =
                known.all(EntryKind.LAB_FIELD).filter(each -> span.covers(each.on())).toList();
        return new Fields(
                named.size(),
                (int)
                        named.stream()
                                .filter(each ->
                                        known.any(
                                                EntryKind.FIELD_SHAPED,
                                                each.subject(),
                                                shaped -> span.reached(shaped.on())))
                                .count(),
                grown.size(),
                proposing.size(),
                (onlyFromLabs ? grown : named).stream().map(Fields::evidence).toList());
    }

    static Evidence evidence(Entry field) {
        return Evidence.of(
                "titled", "/handlungsfelder/" + field.subject(), "title", field.mark("title"));
    }
}
