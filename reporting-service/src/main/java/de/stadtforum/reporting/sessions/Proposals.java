package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was put before the assembly, and what another body said to it (resolution 2.2, 2.3). The inbox is not open to all, so its
/// evidence is an extract.
///
/// @param commented proposals with a comment of a body of the kind that the obligation names
public record Proposals(
        int received,
        int heard,
        int commented,
        @Nullable LocalDate first,
        List<Evidence> evidence) {
    public static Proposals of(Knowledge known, Span span, Parameters parameters) {
        var kind = parameters.constant("kind", Kind.class);
        var source = parameters.constant("source", BodyKind.class);
        var by = parameters.constant("commentedBy", BodyKind.class);
        var all =
                known.all(EntryKind.PROPOSAL)
                        .filter(each -> span.covers(each.on()))
                        .filter(each -> kind.isEmpty() || each.is("kind", kind.get()))
                        .filter(each ->
                                source.isEmpty()
                                        || known.kindOf(each.mark("source")) == source.get())
                        .toList();
        var commented =
                all.stream()
                        .filter(each ->
                                known.any(
                                        EntryKind.PROPOSAL_COMMENTED,
                                        each.subject(),
                                        comment ->
                                                span.covers(comment.on())
                                                        && (by.isEmpty()
                                                                || known.kindOf(comment.mark("by"))
                                                                        == by.get())))
                        .toList();
        var shown = by.isPresent() ? commented : all;
        return new Proposals(
                all.size(),
                (int)
                        all.stream()
                                .filter(each ->
                                        known.any(
                                                EntryKind.PROPOSAL_HEARD,
                                                each.subject(),
                                                heard -> span.reached(heard.on())))
                                .count(),
                commented.size(),
                shown.isEmpty() ? null : shown.getFirst().on(),
                shown.stream().limit(20).map(each -> evidence(known, each)).toList());
    }

    private static Evidence evidence(Knowledge known, Entry proposal) {
        return Evidence.of(
                "proposal",
                null,
                "kind",
                proposal.mark("kind"),
                "on",
                proposal.on(),
                "source",
                known.nameOf(proposal.mark("source")).orElse(""));
    }
}
