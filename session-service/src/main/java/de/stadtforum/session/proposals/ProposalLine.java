package de.stadtforum.session.proposals;

import de.stadtforum.contracts.session.ProposalFact.Kind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A proposal as a list of the inbox names it, for those who may read it whole; without its text.
///
/// @param source the body, lab, group or institution that it comes from
/// @param on when it came in
/// @param comments how many were made
/// @param meeting on the agenda of which it stands
/// @param heard when it was
/// @param withdrawn when it was taken back
record ProposalLine(
        String id,
        String body,
        Kind kind,
        String source,
        String title,
        boolean publicTitle,
        LocalDate on,
        int comments,
        @Nullable String meeting,
        @Nullable LocalDate heard,
        @Nullable LocalDate withdrawn) {
    static ProposalLine of(Proposal proposal) {
        var came = proposal.submission();
        var placement = proposal.placement();
        var heard = proposal.heard();
        return new ProposalLine(
                proposal.id(),
                came.body(),
                came.kind(),
                came.source(),
                came.title(),
                came.publicTitle(),
                came.on(),
                proposal.comments().size(),
                placement == null ? null : placement.meeting(),
                heard == null ? null : heard.on(),
                proposal.withdrawn());
    }
}
