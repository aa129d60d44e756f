package de.stadtforum.reporting.sessions;

import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;
import java.util.stream.Stream;

/// The assembly's standing topics with the options that it deliberated (resolution 3.6, 3.7).
public record Topics(
        int opened, int options, int postponed, int concluded, List<Evidence> evidence) {
    public static Topics of(Knowledge known, Span span, Parameters parameters) {
        var topics = known.all(EntryKind.TOPIC).filter(each -> span.covers(each.on())).toList();
        var options =
                known.all(EntryKind.TOPIC_OPTION).filter(each -> span.covers(each.on())).toList();
        return new Topics(
                topics.size(),
                options.size(),
                count(known, EntryKind.TOPIC_POSTPONED, span),
                count(known, EntryKind.TOPIC_CONCLUDED, span),
                Stream.concat(topics.stream(), options.stream())
                        .map(each -> Evidence.of("titled", "/themen", "title", each.mark("title")))
                        .toList());
    }

    private static int count(Knowledge known, EntryKind kind, Span span) {
        return (int) known.all(kind).filter(each -> span.covers(each.on())).count();
    }
}
