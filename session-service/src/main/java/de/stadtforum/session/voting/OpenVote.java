package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Obstacles;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.session.voting.Vote.Opening;
import java.time.Instant;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/// Opens a vote: reads the meeting and the local copy of the body's seats, and seals what the chair confirmed in one write.
@Component
class OpenVote {
    /// Who would be entitled, or why nobody can be now.
    sealed interface Preview {
        record Sealable(SortedMap<String, Entrant> electorate) implements Preview {}

        record Refused(Vote.Refusal reason) implements Preview {}
    }

    private final AggregateStore<Vote> votes;
    private final AggregateStore<Meeting> meetings;
    private final Feed<Roster> rosters;
    private final Obstacles obstacles;

    OpenVote(
            AggregateStore<Vote> votes,
            AggregateStore<Meeting> meetings,
            Feed<Roster> rosters,
            Obstacles obstacles) {
        this.votes = votes;
        this.meetings = meetings;
        this.rosters = rosters;
        this.obstacles = obstacles;
    }

    /// What the decision needs is read before: the electorate that was confirmed is compared with the one that is sealed, and of two
    /// openings that race for one item the database takes one.
    Decision<Vote> open(String id, Opening asked, Instant now) {
        var meeting = meetings.find(asked.meeting()).orElse(null);
        var roster = meeting == null ? null : rosters.known(meeting.body()).orElse(null);
        var obstacle = meeting == null ? null : obstacles.to(asked.motion());
        var another = meeting != null && meeting.underWay() && runs(asked.meeting(), asked.item());
        return votes.create(
                id,
                existing -> {
                    if (existing != null) return existing.openedAgain(asked);
                    if (meeting == null) return refused(Vote.Refusal.MEETING_UNKNOWN);
                    if (another) return refused(Vote.Refusal.ANOTHER_VOTE_RUNS);
                    return Vote.open(id, asked, meeting, roster, obstacle, now);
                });
    }

    private boolean runs(String meeting, String item) {
        return votes.count(
                        and(
                                eq("state.question.meeting", meeting),
                                eq("state.question.item", item),
                                exists("state.result", false),
                                exists("state.cancelled", false)))
                > 0;
    }

    Preview preview(String meetingId, String itemId) {
        var meeting = meetings.find(meetingId).orElse(null);
        if (meeting == null) return new Preview.Refused(Vote.Refusal.MEETING_UNKNOWN);
        var item = meeting.item(itemId).orElse(null);
        var roster = rosters.known(meeting.body()).orElse(null);
        var obstacle = Electorate.obstacle(meeting, item, roster);
        if (obstacle != null) return new Preview.Refused(obstacle);
        if (runs(meetingId, itemId)) return new Preview.Refused(Vote.Refusal.ANOTHER_VOTE_RUNS);
        return item == null || roster == null
                ? new Preview.Refused(Vote.Refusal.ITEM_UNKNOWN)
                : new Preview.Sealable(Electorate.of(meeting, item, roster));
    }
}
