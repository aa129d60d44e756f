package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.PROPOSAL;
import static de.stadtforum.reporting.entries.EntryKind.PROPOSAL_COMMENTED;
import static de.stadtforum.reporting.entries.EntryKind.PROPOSAL_HEARD;

import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.ProposalCommented;
import de.stadtforum.contracts.session.ProposalFact.ProposalHeard;
import de.stadtforum.contracts.session.ProposalFact.ProposalPlaced;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.contracts.session.ProposalFact.ProposalReturned;
import de.stadtforum.contracts.session.ProposalFact.ProposalWithdrawn;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// What was put before a body, dated.
public final class ProposalEntries {
    private ProposalEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<ProposalFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case ProposalReceived it ->
                    change.set(
                            PROPOSAL,
                            "",
                            it.on(),
                            marks(
                                    "kind", it.kind(),
                                    "source", it.source(),
                                    "title", it.title() == null ? null : it.title().text()));
            case ProposalCommented it ->
                    change.add(PROPOSAL_COMMENTED, "", it.on(), null, marks("by", it.by()));
            case ProposalHeard it -> change.set(PROPOSAL_HEARD, it.on());
            // it came by mistake: as if it had never been received
            case ProposalWithdrawn _ -> change.withdrawAll();
            case ProposalPlaced _, ProposalReturned _ -> {}
        }
        return change.done();
    }
}
