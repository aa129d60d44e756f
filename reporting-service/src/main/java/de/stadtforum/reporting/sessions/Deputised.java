package de.stadtforum.reporting.sessions;

import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;

/// Meetings that were held and in which a deputy acted for a member (resolution 3.16).
public record Deputised(int meetings, List<Evidence> evidence) {
    public static Deputised of(Knowledge known, Span span, Parameters parameters) {
        var meetings =
                known.all(EntryKind.MEETING_HELD)
                        .filter(each -> span.covers(each.on()))
                        .filter(each ->
                                known.any(
                                        EntryKind.PRESENT,
                                        each.subject(),
                                        present -> present.mark("deputy").equals("true")))
                        .map(each -> HeldMeetings.evidence(known, each))
                        .toList();
        return new Deputised(meetings.size(), meetings);
    }
}
