package de.stadtforum.session.leading;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.rosters.Roster;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Gives these commands to a meeting, from programs and from forms alike, with what the local copy of the seats says.
@Component
class LeadingDesk {
    private final AggregateStore<Meeting> meetings;
    private final Feed<Roster> rosters;
    private final Clock clock;

    LeadingDesk(AggregateStore<Meeting> meetings, Feed<Roster> rosters, Clock clock) {
        this.meetings = meetings;
        this.rosters = rosters;
        this.clock = clock;
    }

    Decision<Meeting> give(String id, LeadingCommand command) {
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        // a meeting's body never changes
        var roster = meetings.find(id).flatMap(meeting -> rosters.find(meeting.body()));
        return meetings.decide(
                id,
                meeting ->
                        roster.map(known -> decide(meeting, command, known, today))
                                .orElseGet(() -> refused(Meeting.Refusal.BODY_NOT_KNOWN_YET)));
    }

    private static Decision<Meeting> decide(
            Meeting meeting, LeadingCommand command, Roster roster, LocalDate today) {
        return switch (command) {
            case LeadingCommand.DeclareConflict(var seat, var item) ->
                    meeting.declareConflict(seat, item, roster);
            case LeadingCommand.WithdrawConflict(var seat, var item, var reason) ->
                    meeting.putRight(reason, today).conflict(seat, item, roster);
            case LeadingCommand.HandOver(var seat, var item) ->
                    meeting.handOver(seat, item, roster);
            case LeadingCommand.WithdrawHandover(var seat, var item, var reason) ->
                    meeting.putRight(reason, today).handover(seat, item, roster);
        };
    }
}
