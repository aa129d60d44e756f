package de.stadtforum.session.voting;

import static de.stadtforum.messaging.Decision.refused;

import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Decision.Changed;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.voting.Vote.Opening;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.time.LocalDate;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/// Gives commands to a vote, from programs and from forms alike; a member casts for the own seat only.
@Component
class VoteDesk {
    private final AggregateStore<Vote> votes;
    private final AggregateStore<Meeting> meetings;
    private final OpenVote opening;
    private final Rights rights;

    VoteDesk(
            AggregateStore<Vote> votes,
            AggregateStore<Meeting> meetings,
            OpenVote opening,
            Rights rights) {
        this.votes = votes;
        this.meetings = meetings;
        this.opening = opening;
        this.rights = rights;
    }

    OpenVote.Preview preview(String meeting, String item) {
        return opening.preview(meeting, item);
    }

    Decision<Vote> open(Actor actor, String id, Opening asked) {
        meetings.find(asked.meeting())
                .ifPresent(meeting ->
                        rights.in(meeting.body()).need(actor, Role.CHAIR, Role.SECRETARIAT));
        return opening.open(id, asked);
    }

    /// Minute taker and secretariat record a show of hands; everybody else casts the own ballot.
    Decision<Vote> cast(Actor actor, String id, String seat, Choice choice) {
        return votes.decide(
                id,
                vote -> {
                    var records =
                            rights.in(vote.question().body())
                                    .givesAny(actor, Role.MINUTE_TAKER, Role.SECRETARIAT);
                    var person = actor.person();
                    return vote.cast(seat, choice, records ? null : person == null ? "" : person);
                });
    }

    /// Where the second count differs both start anew, and the one who typed it is told so.
    Decision<Vote> count(Actor actor, String id, SortedMap<Choice, Integer> tally) {
        var decision = votes.decide(id, vote -> vote.count(actor.account(), tally));
        return decision instanceof Changed<Vote>(var vote, _) && vote.counting().differing() != null
                ? refused(Vote.Refusal.COUNTS_DIFFER)
                : decision;
    }

    Decision<Vote> close(String id, LocalDate on) {
        return votes.decide(id, vote -> vote.close(on));
    }
}
