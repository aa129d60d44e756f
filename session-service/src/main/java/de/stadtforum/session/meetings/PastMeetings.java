package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Enters a past meeting with its votes. Everything is tried before anything is written; what a crash cut off is completed when the same form is sent
/// again, or by hand on the meeting's page, because the meeting is still open then.
@Component
class PastMeetings {
    private final AggregateStore<Meeting> meetings;
    private final Feed<Roster> rosters;
    private final MeetingDesk desk;
    private final MeetingVotes votes;
    private final Rights rights;
    private final int periodDays;
    private final Clock clock;

    PastMeetings(
            AggregateStore<Meeting> meetings,
            Feed<Roster> rosters,
            MeetingDesk desk,
            MeetingVotes votes,
            Rights rights,
            City city,
            Clock clock) {
        this.meetings = meetings;
        this.rosters = rosters;
        this.desk = desk;
        this.votes = votes;
        this.rights = rights;
        this.periodDays = city.law().invitationPeriodDays();
        this.clock = clock;
    }

    /// @param another the body met twice that day, and that is meant
    Decision<Meeting> enter(Actor actor, PastMeeting past, boolean another) {
        rights.in(past.body()).need(actor, Role.SECRETARIAT);
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        if (!past.date().isBefore(today)) return refused(Meeting.Refusal.NOT_YET_PAST);
        if (!another && desk.meetsOn(past.body(), past.date(), past.id()))
            return refused(Meeting.Refusal.MEETS_THAT_DAY);
        var roster = rosters.find(past.body()).orElse(Roster.NONE);
        var refusal = refusal(past, roster, today);
        if (refusal != null) return refusal;
        if (meetings.create(past.id(), existing -> past.begun(existing, roster, periodDays))
                instanceof Refused<Meeting> no) return no;
        var open = meetings.find(past.id()).orElse(null);
        if (open == null) return refused(Decision.Refusal.BUSY);
        for (var vote : past.votes()) {
            var obstacle = votes.enter(open, vote, false);
            if (obstacle != null) return refused(obstacle);
        }
        return meetings.decide(past.id(), meeting -> past.ended(meeting, today));
    }

    /// Why some of it would be refused.
    private @Nullable Refused<Meeting> refusal(PastMeeting past, Roster roster, LocalDate today) {
        var existing = meetings.find(past.id()).orElse(null);
        var open = existing;
        switch (past.begun(existing, roster, periodDays)) {
            case Refused<Meeting> no -> {
                return no;
            }
            case Changed<Meeting>(var begun, _) -> open = begun;
            case Decision.Unchanged<Meeting> _ -> {}
        }
        if (open == null) return new Refused<>(Decision.Refusal.BUSY);
        for (var vote : past.votes()) {
            var obstacle = votes.enter(open, vote, true);
            if (obstacle != null) return new Refused<>(obstacle);
        }
        return past.ended(open, today) instanceof Refused<Meeting> no ? no : null;
    }
}
