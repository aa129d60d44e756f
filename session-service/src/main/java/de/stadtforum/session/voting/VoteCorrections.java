package de.stadtforum.session.voting;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.session.VotingFact.BallotWithdrawn;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.CountWithdrawn;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.ResultCorrected;
import de.stadtforum.contracts.session.VotingFact.VoteCancelled;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.voting.Vote.Cancelled;
import de.stadtforum.session.voting.Vote.Refusal;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How what was typed in for a vote is put right: each act with its reason, under a fact of its own.
record VoteCorrections(Vote vote, String reason, LocalDate today) {
    /// A recorded show of hands; what a member cast stays.
    ///
    /// @param seatName how the seat is called, for the record
    /// @param meets the meeting is open
    Decision<Vote> ballot(String seat, String seatName, boolean meets) {
        if (vote.question().mode() != Mode.OPEN) return refused(Refusal.SECRET_ON_PAPER);
        if (!vote.electorate().containsKey(seat)) return refused(Refusal.NOT_ENTITLED);
        if (!vote.ballots().containsKey(seat))
            return withdrawn("vote-ballot", seatName) ? unchanged() : refused(Refusal.NO_BALLOT);
        var over = vote.over(meets);
        if (over != null) return refused(over);
        if (!vote.hands().seats().contains(seat)) return refused(Refusal.OWN_BALLOT);
        var next = new TreeMap<>(vote.ballots());
        next.remove(seat);
        return changed(
                vote.with(next, vote.hands().without(seat))
                        .with(new Correction("vote-ballot", today, reason, seatName)),
                new BallotWithdrawn());
    }

    /// Whatever was counted on paper so far; both count anew.
    ///
    /// @param meets the meeting is open
    Decision<Vote> counts(boolean meets) {
        if (vote.question().mode() != Mode.SECRET_ON_PAPER) return refused(Refusal.NOT_ON_PAPER);
        if (vote.counting().equals(Counting.NONE))
            return withdrawn("vote-count", null) ? unchanged() : refused(Refusal.NO_COUNT);
        var over = vote.over(meets);
        if (over != null) return refused(over);
        return changed(
                vote.with(Counting.NONE).with(new Correction("vote-count", today, reason, null)),
                Collections.nCopies(vote.counting().agreed() ? 2 : 1, new CountWithdrawn()));
    }

    /// Totals that were copied wrongly from the notes, seen after the result; not where they would turn one that has brought something about.
    ///
    /// @param before what stood there, in words
    Decision<Vote> totals(
            Vote.Result was, SortedMap<Choice, Integer> typed, String before, Meeting meeting) {
        if (meeting.course().phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if (Vote.sum(typed) > vote.electorate().size())
            return refused(Refusal.MORE_BALLOTS_THAN_ENTITLED);
        var carried = Vote.carried(typed);
        if (carried != was.carried() && vote.question().motion().onContent())
            return refused(Refusal.RESULT_HAS_EFFECTS);
        return changed(
                vote.with(
                                new Vote.Result(typed, carried, was.on()),
                                new Vote.Hands(vote.hands().seats(), typed))
                        .with(new Correction("vote-totals", today, reason, before)),
                new ResultCorrected(typed, carried));
    }

    /// It was opened by mistake: no ballot counts, and the item can have another vote.
    Decision<Vote> cancel(Meeting meeting) {
        var cancelled = vote.cancelled();
        if (cancelled != null)
            return cancelled.reason().equals(reason)
                    ? unchanged()
                    : refused(Refusal.VOTE_CANCELLED);
        if (vote.result() != null) return refused(Refusal.VOTE_CLOSED);
        if (meeting.course().phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        return changed(vote.cancelled(new Cancelled(today, reason)), new VoteCancelled(today));
    }

    private boolean withdrawn(String act, @Nullable String before) {
        return vote.corrections().stream()
                .anyMatch(each ->
                        each.act().equals(act)
                                && each.reason().equals(reason)
                                && Objects.equals(each.before(), before));
    }
}
