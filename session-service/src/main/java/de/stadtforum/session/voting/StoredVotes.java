package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.meetings.MeetingVotes;
import de.stadtforum.session.meetings.PastMeeting;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.rosters.Roster;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The votes as their meeting asks for them: a vote names meeting and item as `running` until it has a result or is cancelled.
@Component
class StoredVotes implements MeetingVotes {
    private final AggregateStore<Vote> votes;
    private final Feed<Roster> rosters;
    private final Clock clock;

    StoredVotes(AggregateStore<Vote> votes, Feed<Roster> rosters, Clock clock) {
        this.votes = votes;
        this.rosters = rosters;
        this.clock = clock;
    }

    @Override
    public long running(String meeting) {
        return votes.count(and(eq("state.question.meeting", meeting), ne("state.running", null)));
    }

    @Override
    public boolean openedOn(String meeting, String item) {
        return votes.count(on(meeting, item)) > 0;
    }

    @Override
    public boolean decidedOn(String meeting, String item) {
        return votes.count(and(on(meeting, item), exists("state.result"))) > 0;
    }

    private static Bson on(String meeting, String item) {
        return and(eq("state.question.meeting", meeting), eq("state.question.item", item));
    }

    @Override
    public @Nullable Reason enter(Meeting open, PastMeeting.Vote vote, boolean tried) {
        var decision =
                tried
                        ? enter(votes.find(vote.id()).orElse(null), open, vote)
                        : votes.create(vote.id(), existing -> enter(existing, open, vote));
        return decision instanceof Refused<Vote>(var reason) ? reason : null;
    }

    private Decision<Vote> enter(@Nullable Vote existing, Meeting open, PastMeeting.Vote vote) {
        var roster = rosters.known(open.body()).orElse(null);
        var item = open.item(vote.item()).orElse(null);
        if (roster == null) return refused(Vote.Refusal.ROSTER_NOT_KNOWN_YET);
        if (item == null) return refused(Vote.Refusal.ITEM_UNKNOWN);
        var entitled = existing == null ? Electorate.of(open, item, roster) : existing.electorate();
        var asked =
                new Vote.Opening(
                        open.id(),
                        item.id(),
                        Mode.OPEN,
                        new Motion.Procedural(vote.text()),
                        new TreeSet<>(entitled.keySet()));
        var totals =
                new TreeMap<>(
                        Map.of(
                                Choice.YES, vote.yes(),
                                Choice.NO, vote.no(),
                                Choice.ABSTAIN, vote.abstain(),
                                Choice.INVALID, 0));
        if (existing != null)
            return totals.equals(existing.hands().totals())
                    ? existing.openedAgain(asked)
                    : refused(Vote.Refusal.OTHER_CONTENT);
        var now = clock.instant();
        var opening = Vote.open(vote.id(), asked, open, roster, null, now);
        if (!(opening instanceof Changed<Vote>(var opened, _))) return opening;
        return opening.then(opened, each -> each.total(totals, null, "", open, day(now)))
                .then(opened, each -> each.close(closing(vote, each, open), open));
    }

    private static Vote.Closing closing(PastMeeting.Vote entered, Vote counted, Meeting meeting) {
        return new Vote.Closing(
                meeting.course().date(), entered.missingMeant() ? counted.missing() : null);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PlatformClock.CITY);
    }
}
