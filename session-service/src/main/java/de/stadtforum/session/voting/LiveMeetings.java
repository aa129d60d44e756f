package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.eq;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.web.live.LiveTopic;
import org.springframework.stereotype.Component;

/// What the pages of a meeting and of a vote follow: the meeting itself, and its votes. The electorate of a vote is fixed when it is opened, so what members
/// join or leave later changes neither.
@Component
class LiveMeetings {
    private final AggregateStore<Meeting> meetings;
    private final AggregateStore<Vote> votes;

    LiveMeetings(AggregateStore<Meeting> meetings, AggregateStore<Vote> votes) {
        this.meetings = meetings;
        this.votes = votes;
    }

    /// Of the topic.
    static String name(String meeting) {
        return "meeting/" + meeting;
    }

    /// A page of the meeting, or of one of its votes: a vote ends when another is opened, and nobody votes in a closed meeting.
    LiveTopic of(String meeting) {
        return LiveTopic.told(
                name(meeting),
                () ->
                        meetings.stamp(meeting)
                                + "-"
                                + votes.stamp(eq("state.question.meeting", meeting)));
    }
}
