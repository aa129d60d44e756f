package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.session.meetings.RunningVotes;
import org.springframework.stereotype.Component;

/// A vote names meeting and item as `running` until it has a result or is cancelled.
@Component
class VotesStillRunning implements RunningVotes {
    private final AggregateStore<Vote> votes;

    VotesStillRunning(AggregateStore<Vote> votes) {
        this.votes = votes;
    }

    @Override
    public long in(String meeting) {
        return votes.count(and(eq("state.question.meeting", meeting), ne("state.running", null)));
    }

    @Override
    public boolean decidedOn(String meeting, String item) {
        return votes.list(eq("state.question.meeting", meeting), ascending("_id")).stream()
                .anyMatch(vote -> vote.question().item().equals(item) && vote.result() != null);
    }
}
