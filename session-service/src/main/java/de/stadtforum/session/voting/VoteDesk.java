package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.meetings.Leading;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.session.voting.Vote.Closing;
import de.stadtforum.session.voting.Vote.Opening;
import de.stadtforum.session.voting.VotingConfiguration.Newest;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives commands to a vote, from programs and from forms alike: who leads the item opens, closes and cancels, and the secretariat; a member casts for the
/// own seat only; minute taker and secretariat record.
@Component
class VoteDesk {
    private final AggregateStore<Vote> votes;
    private final AggregateStore<Meeting> meetings;
    private final Feed<Roster> rosters;
    private final OpenVote opening;
    private final Rights rights;
    private final Clock clock;
    private final Map<String, Vote.Question> questions =
            Collections.synchronizedMap(new Newest<>(VotingConfiguration.MOST));

    VoteDesk(
            AggregateStore<Vote> votes,
            AggregateStore<Meeting> meetings,
            Feed<Roster> rosters,
            OpenVote opening,
            Rights rights,
            Clock clock) {
        this.votes = votes;
        this.meetings = meetings;
        this.rosters = rosters;
        this.opening = opening;
        this.rights = rights;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    OpenVote.Preview preview(String meeting, String item) {
        return opening.preview(meeting, item);
    }

    /// Why somebody must not run the votes of an item; null where the actor leads it, or is of the secretariat.
    Vote.@Nullable Refusal leading(Actor actor, Meeting meeting, String itemId) {
        var scope = rights.in(meeting.body());
        if (scope.gives(actor, Role.SECRETARIAT)) return null;
        var item = meeting.item(itemId).orElse(null);
        if (item == null) return Vote.Refusal.ITEM_UNKNOWN;
        var roster = rosters.find(meeting.body()).orElse(Roster.NONE);
        var chairs = scope.gives(actor, Role.CHAIR);
        if (Leading.by(actor, chairs, meeting, item, roster)) return null;
        return Leading.of(meeting, item, roster) instanceof Leading.Vacant
                ? Vote.Refusal.NOBODY_LEADS
                : Vote.Refusal.NOT_LEADING;
    }

    Decision<Vote> open(Actor actor, String id, Opening asked) {
        var meeting = meetings.find(asked.meeting()).orElse(null);
        if (meeting == null) return refused(Vote.Refusal.MEETING_UNKNOWN);
        rights.in(meeting.body())
                .need(actor, Role.CHAIR, Role.SECRETARIAT, Role.MEMBER, Role.DEPUTY);
        // a meeting that is not open is the better answer
        var leading = meeting.underWay() ? leading(actor, meeting, asked.item()) : null;
        return leading == null ? opening.open(id, asked, clock.instant()) : refused(leading);
    }

    /// Minute taker and secretariat record a show of hands; everybody else casts the own ballot.
    Decision<Vote> cast(Actor actor, String id, String seat, Choice choice) {
        var question = questionOf(id);
        var person = actor.person();
        var records =
                question != null
                        && rights.in(question.body())
                                .givesAny(actor, Role.MINUTE_TAKER, Role.SECRETARIAT);
        return whileItMeets(
                id,
                (vote, meets) -> {
                    // whoever records votes for the own seat like everybody else
                    var own = vote.seatsOf(person).contains(seat);
                    return vote.cast(
                            seat,
                            choice,
                            own || !records ? person == null ? "" : person : null,
                            meets);
                });
    }

    /// @param others what all entitled seats chose that are not named and have no ballot yet
    Decision<Vote> castAll(String id, SortedMap<String, Choice> choices, @Nullable Choice others) {
        return whileItMeets(
                id,
                (vote, meets) -> {
                    var all = new TreeMap<>(choices);
                    if (others != null)
                        for (var seat : vote.electorate().keySet())
                            if (!vote.ballots().containsKey(seat)) all.putIfAbsent(seat, others);
                    return vote.castAll(all, meets);
                });
    }

    Decision<Vote> total(String id, SortedMap<Choice, Integer> typed, @Nullable String reason) {
        return inMeeting(
                id,
                (vote, meeting) -> {
                    var totals = new TreeMap<Choice, Integer>();
                    for (var choice : Vote.CHOICES)
                        totals.put(choice, typed.getOrDefault(choice, 0));
                    return vote.total(
                            totals, reason, words(vote.hands().totals()), meeting, today());
                });
    }

    private static String words(@Nullable SortedMap<Choice, Integer> totals) {
        return totals == null
                ? ""
                : "%d : %d : %d"
                        .formatted(
                                totals.getOrDefault(Choice.YES, 0),
                                totals.getOrDefault(Choice.NO, 0),
                                totals.getOrDefault(Choice.ABSTAIN, 0));
    }

    /// Where the second count differs both start anew, and the one who typed it is told so.
    Decision<Vote> count(Actor actor, String id, SortedMap<Choice, Integer> tally) {
        var decision = whileItMeets(id, (vote, meets) -> vote.count(actor.account(), tally, meets));
        return decision instanceof Changed<Vote>(var vote, _) && vote.counting().differing() != null
                ? refused(Vote.Refusal.COUNTS_DIFFER)
                : decision;
    }

    Decision<Vote> withdrawBallot(String id, String seat, String reason) {
        var question = questionOf(id);
        var known =
                question == null
                        ? null
                        : rosters.find(question.body()).orElse(Roster.NONE).seats().get(seat);
        return whileItMeets(
                id,
                (vote, meets) ->
                        vote.putRight(reason, today())
                                .ballot(seat, known == null ? "" : known.name(), meets));
    }

    Decision<Vote> withdrawCounts(String id, String reason) {
        return whileItMeets(id, (vote, meets) -> vote.putRight(reason, today()).counts(meets));
    }

    Decision<Vote> cancel(Actor actor, String id, String reason) {
        return run(actor, id, (vote, meeting) -> vote.putRight(reason, today()).cancel(meeting));
    }

    /// @param on nothing for today
    /// @param decided the item is concluded with it, as voted on
    Decision<Vote> close(
            Actor actor,
            String id,
            @Nullable LocalDate on,
            @Nullable Integer confirmedMissing,
            boolean decided) {
        var asked = new Closing(on == null ? today() : on, confirmedMissing);
        var decision = run(actor, id, (vote, meeting) -> vote.close(asked, meeting));
        // also when the same is asked again: a crash may have come between
        if (decided && !(decision instanceof Refused)) votes.find(id).ifPresent(this::conclude);
        return decision;
    }

    private void conclude(Vote vote) {
        var question = vote.question();
        meetings.decide(
                question.meeting(),
                meeting -> meeting.conclude(question.item(), ItemOutcome.DECIDED));
    }

    private Decision<Vote> run(
            Actor actor, String id, BiFunction<Vote, Meeting, Decision<Vote>> decision) {
        return inMeeting(
                id,
                meeting -> {
                    var question = questionOf(id);
                    return question == null ? null : leading(actor, meeting, question.item());
                },
                decision);
    }

    private Decision<Vote> inMeeting(
            String id, BiFunction<Vote, Meeting, Decision<Vote>> decision) {
        return inMeeting(id, _ -> null, decision);
    }

    /// The meeting is read first; whoever decides sees it as it was then.
    private Decision<Vote> inMeeting(
            String id,
            Function<Meeting, Vote.@Nullable Refusal> obstacle,
            BiFunction<Vote, Meeting, Decision<Vote>> decision) {
        var question = questionOf(id);
        var meeting = question == null ? null : meetings.find(question.meeting()).orElse(null);
        var refusal = meeting == null ? Vote.Refusal.MEETING_UNKNOWN : obstacle.apply(meeting);
        return decide(
                id,
                vote ->
                        refusal != null || meeting == null
                                ? refused(refusal == null ? Vote.Refusal.MEETING_UNKNOWN : refusal)
                                : decision.apply(vote, meeting));
    }

    /// Two thousand ballots ask whether the meeting is open, side by side, and read neither the vote nor the attendance for it.
    private Decision<Vote> whileItMeets(
            String id, BiFunction<Vote, Boolean, Decision<Vote>> decision) {
        var question = questionOf(id);
        var meets = question != null && meets(question.meeting());
        return decide(id, vote -> decision.apply(vote, meets));
    }

    /// It never changes; null where there is no such vote.
    private Vote.@Nullable Question questionOf(String vote) {
        var known = questions.get(vote);
        if (known != null) return known;
        var found = votes.find(vote).map(Vote::question).orElse(null);
        if (found != null) questions.put(vote, found);
        return found;
    }

    private boolean meets(String meeting) {
        return meetings.count(
                        and(
                                eq(meeting),
                                exists("state.course.opened"),
                                exists("state.course.closed", false)))
                > 0;
    }

    private Decision<Vote> decide(String id, Function<Vote, Decision<Vote>> decision) {
        return votes.decide(id, decision);
    }
}
