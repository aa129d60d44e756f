package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.VOTE;
import static de.stadtforum.reporting.entries.EntryKind.VOTE_CLOSED;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.BallotWithdrawn;
import de.stadtforum.contracts.session.VotingFact.CountEntered;
import de.stadtforum.contracts.session.VotingFact.CountWithdrawn;
import de.stadtforum.contracts.session.VotingFact.MemberAppointed;
import de.stadtforum.contracts.session.VotingFact.ResultCorrected;
import de.stadtforum.contracts.session.VotingFact.VoteCancelled;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.AggregateEntries.Change;
import java.time.LocalDate;

/// What a vote's facts say, dated; how anybody voted, none says.
public final class VoteEntries {
    private VoteEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<VotingFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case VoteOpened it ->
                    change.set(
                            VOTE,
                            "",
                            change.today(),
                            marks(
                                    "body", it.body(),
                                    "meeting", it.meeting(),
                                    "subject", it.subject(),
                                    "mode", it.mode()));
            case VoteClosed it -> closed(change, it.on(), it.carried());
            case ResultCorrected it ->
                    change.last(VOTE_CLOSED)
                            .ifPresent(stood -> closed(change, stood.on(), it.carried()));
            // it was opened by mistake: as if it had never been
            case VoteCancelled _ -> change.withdrawAll();
            // one entry for each ballot would make a vote of thousands heavy, and no measure counts
            // them
            case BallotCast _,
                    BallotWithdrawn _,
                    CountEntered _,
                    CountWithdrawn _,
                    MemberAppointed _ -> {}
        }
        return change.done();
    }

    private static void closed(Change change, LocalDate on, boolean carried) {
        change.set(
                VOTE_CLOSED,
                "",
                on,
                marks(
                        "body", change.mark(VOTE, "body"),
                        "meeting", change.mark(VOTE, "meeting"),
                        "subject", change.mark(VOTE, "subject"),
                        "mode", change.mark(VOTE, "mode"),
                        "carried", carried));
    }
}
