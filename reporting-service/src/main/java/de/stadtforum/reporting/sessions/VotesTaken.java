package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.util.List;

/// Votes that ended in the span, of the bodies of one kind or of all (resolution 2.1: none on contents in the steering group).
///
/// @param onContents those that are not about procedure
public record VotesTaken(
        int bodies,
        int carried,
        int rejected,
        int secret,
        int onContents,
        List<Evidence> evidence) {
    public static VotesTaken of(Knowledge known, Span span, Parameters parameters) {
        var kind = parameters.constant("body", BodyKind.class);
        var votes =
                known.all(EntryKind.VOTE_CLOSED)
                        .filter(each -> span.covers(each.on()))
                        .filter(each ->
                                kind.isEmpty() || known.kindOf(each.mark("body")) == kind.get())
                        .toList();
        var contents =
                votes.stream().filter(each -> !each.is("subject", Subject.PROCEDURE)).toList();
        return new VotesTaken(
                kind.map(each ->
                                (int)
                                        known.bodies(each)
                                                .filter(body -> !body.on().isAfter(span.until()))
                                                .count())
                        .orElse(0),
                (int) votes.stream().filter(VotesTaken::isCarried).count(),
                (int) votes.stream().filter(each -> !isCarried(each)).count(),
                (int) votes.stream().filter(each -> each.is("mode", Mode.SECRET_ON_PAPER)).count(),
                contents.size(),
                contents.stream()
                        .map(each -> each.mark("meeting"))
                        .distinct()
                        .flatMap(each -> known.first(EntryKind.MEETING_HELD, each).stream())
                        .map(each -> HeldMeetings.evidence(known, each))
                        .toList());
    }

    private static boolean isCarried(Entry vote) {
        return vote.mark("carried").equals("true");
    }
}
