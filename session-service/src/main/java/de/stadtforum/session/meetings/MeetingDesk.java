package de.stadtforum.session.meetings;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.city.City;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.proposals.Proposal;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives commands to a meeting, from programs and from forms alike, with what the local copy of the seats and the inbox say.
@Component
public class MeetingDesk {
    static final Role[] LEAD = {Role.SECRETARIAT, Role.CHAIR};

    private final AggregateStore<Meeting> meetings;
    private final AggregateStore<Proposal> proposals;
    private final Feed<Roster> rosters;
    private final Rights rights;
    private final MeetingVotes votes;
    private final int periodDays;
    private final Clock clock;

    MeetingDesk(
            AggregateStore<Meeting> meetings,
            AggregateStore<Proposal> proposals,
            Feed<Roster> rosters,
            Rights rights,
            MeetingVotes votes,
            City city,
            Clock clock) {
        this.meetings = meetings;
        this.proposals = proposals;
        this.rosters = rosters;
        this.rights = rights;
        this.votes = votes;
        this.periodDays = city.law().invitationPeriodDays();
        this.clock = clock;
    }

    Decision<Meeting> plan(Actor actor, String id, String body, LocalDate date) {
        rights.in(body).need(actor, LEAD);
        var roster = rosters.find(body).orElse(null);
        return meetings.create(id, existing -> Meeting.plan(existing, id, body, date, roster));
    }

    /// @throws BadInput where there is no such meeting
    public void needMeeting(String id) {
        if (meetings.find(id).isEmpty())
            throw new BadInput("meeting", "Diese Sitzung gibt es nicht.");
    }

    /// Whether another meeting of this body is entered for that day, and not called off.
    boolean meetsOn(String body, LocalDate date, String otherThan) {
        return meetings.count(
                        and(
                                eq("state.body", body),
                                eq("state.course.date", date.toString()),
                                ne("_id", otherThan),
                                ne("state.course.phase", Course.Phase.CANCELLED.name())))
                > 0;
    }

    Decision<Meeting> give(String id, MeetingCommand command) {
        return switch (command) {
            case MeetingCommand.Convene it -> {
                var invitation =
                        new Invitation(
                                it.begins(),
                                it.place(),
                                it.invitedOn(),
                                it.publicMeeting(),
                                it.lateReason());
                yield withRoster(
                        id, (meeting, roster) -> meeting.convene(invitation, roster, periodDays));
            }
            case MeetingCommand.Postpone(var date, var reason) ->
                    decide(id, meeting -> meeting.postpone(date, reason));
            case MeetingCommand.Place it ->
                    place(
                            id,
                            Item.placed(
                                    it.item(), it.number(), it.part(), it.title(), it.proposal()));
            case MeetingCommand.Open(var at) -> decide(id, meeting -> meeting.open(at));
            case MeetingCommand.Attend it ->
                    withRoster(id, (meeting, roster) -> meeting.attend(entry(it), roster));
            case MeetingCommand.AttendAll(var list) ->
                    withRoster(
                            id,
                            (meeting, roster) ->
                                    meeting.attendAll(
                                            list.stream().map(MeetingDesk::entry).toList(),
                                            roster));
            case MeetingCommand.Cancel(var reason) ->
                    decide(id, meeting -> meeting.putRight(reason, today()).cancel());
            case MeetingCommand.CorrectInvitation(var begins, var place, var reason) ->
                    decide(
                            id,
                            meeting -> meeting.putRight(reason, today()).invitation(begins, place));
            case MeetingCommand.CorrectItem it ->
                    withRoster(
                            id,
                            (meeting, roster) ->
                                    meeting.putRight(it.reason(), today())
                                            .item(
                                                    it.item(),
                                                    it.number(),
                                                    it.part(),
                                                    it.title(),
                                                    votes.openedOn(id, it.item()),
                                                    roster));
            case MeetingCommand.RemoveItem(var item, var reason) ->
                    decide(id, meeting -> meeting.putRight(reason, today()).removeItem(item));
            case MeetingCommand.CorrectOutcome(var item, var outcome, var reason) ->
                    decide(
                            id,
                            meeting ->
                                    meeting.putRight(reason, today())
                                            .outcome(item, outcome, votes.decidedOn(id, item)));
            case MeetingCommand.CorrectHours(var opened, var closed, var reason) ->
                    decide(id, meeting -> meeting.putRight(reason, today()).hours(opened, closed));
            case MeetingCommand.AddNote(var text) ->
                    decide(id, meeting -> meeting.putRight(text, today()).note());
            case MeetingCommand.PlaceAll(var list) ->
                    withRoster(
                            id,
                            (meeting, roster) ->
                                    meeting.placeAll(
                                            list.stream()
                                                    .map(it ->
                                                            Item.placed(
                                                                    it.item(),
                                                                    it.number(),
                                                                    it.part(),
                                                                    it.title(),
                                                                    null))
                                                    .toList(),
                                            roster));
            case MeetingCommand.WithdrawAttendance(var wrong, var reason) ->
                    withRoster(
                            id,
                            (meeting, roster) ->
                                    meeting.putRight(reason, today())
                                            .attendance(entry(wrong), roster));
            case MeetingCommand.FindQuorum() -> withRoster(id, Meeting::findQuorum);
            case MeetingCommand.Conclude(var item, var outcome) ->
                    outcome == ItemOutcome.DECIDED && !votes.decidedOn(id, item)
                            ? decide(id, meeting -> meeting.concludeWithoutVote(item))
                            : decide(id, meeting -> meeting.conclude(item, outcome));
            case MeetingCommand.ConcludeAll(var list) -> concludeAll(id, list);
            case MeetingCommand.Close(var at, var leaveOpen) -> {
                var running = votes.running(id);
                yield decide(
                        id,
                        meeting ->
                                meeting.close(
                                        at, Boolean.TRUE.equals(leaveOpen), running, today()));
            }
            case MeetingCommand.Sign(var on) -> decide(id, meeting -> meeting.sign(on));
        };
    }

    /// A proposal onto an agenda, under the next free number and with its own title; the same proposal on the same agenda is the same item.
    public Decision<Meeting> place(Meeting convened, String proposal, Proposal.Submission came) {
        return give(
                convened.id(),
                new MeetingCommand.Place(
                        "i-" + proposal.substring(0, Math.min(proposal.length(), 60)),
                        convened.nextNumber(),
                        came.publicTitle() && !convened.meetsClosed() ? Part.PUBLIC : Part.CLOSED,
                        came.title(),
                        proposal));
    }

    /// "Decided" needs a vote with a result, also where it stands so already.
    private Decision<Meeting> concludeAll(String id, List<MeetingCommand.Conclude> list) {
        var outcomes = new TreeMap<String, ItemOutcome>();
        list.forEach(each -> outcomes.put(each.item(), each.outcome()));
        var undecided =
                list.stream()
                        .filter(each -> each.outcome() == ItemOutcome.DECIDED)
                        .map(MeetingCommand.Conclude::item)
                        .filter(item -> !votes.decidedOn(id, item))
                        .toList();
        return decide(
                id,
                meeting ->
                        undecided.stream()
                                        .flatMap(item -> meeting.item(item).stream())
                                        .anyMatch(item -> item.outcome() == null)
                                ? refused(Meeting.Refusal.NO_VOTE)
                                : meeting.concludeAll(outcomes));
    }

    private static Attendance.Entry entry(MeetingCommand.Attend it) {
        return new Attendance.Entry(it.seat(), it.person(), it.presence(), it.deputy(), it.at());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    private Decision<Meeting> decide(String id, Function<Meeting, Decision<Meeting>> decision) {
        return meetings.decide(id, decision);
    }

    /// The roster is read first; a meeting's body never changes.
    private Decision<Meeting> withRoster(
            String id, BiFunction<Meeting, Roster, Decision<Meeting>> decision) {
        var roster = meetings.find(id).flatMap(meeting -> rosters.find(meeting.body()));
        return meetings.decide(
                id,
                meeting ->
                        roster.map(known -> decision.apply(meeting, known))
                                .orElseGet(() -> refused(Meeting.Refusal.BODY_NOT_KNOWN_YET)));
    }

    /// The proposal learns of its place from the meeting's own fact, so that a crash in between loses nothing.
    private Decision<Meeting> place(String id, Item item) {
        var obstacle = meetings.find(id).map(meeting -> obstacle(meeting, item)).orElse(null);
        return withRoster(
                id,
                (meeting, roster) ->
                        obstacle == null || meeting.item(item.id()).isPresent()
                                ? meeting.place(item, roster)
                                : refused(obstacle));
    }

    private Meeting.@Nullable Refusal obstacle(Meeting meeting, Item item) {
        if (item.proposal() == null) return null;
        var proposal = proposals.find(item.proposal()).orElse(null);
        if (proposal == null) return Meeting.Refusal.PROPOSAL_UNKNOWN;
        if (!proposal.submission().body().equals(meeting.body()))
            return Meeting.Refusal.PROPOSAL_OF_ANOTHER_BODY;
        if (proposal.wasHeard()) return Meeting.Refusal.PROPOSAL_HEARD;
        if (!proposal.waits()) return Meeting.Refusal.PROPOSAL_WITHDRAWN;
        var placed = proposal.placement();
        return placed == null || placed.meeting().equals(meeting.id())
                ? null
                : Meeting.Refusal.PROPOSAL_ON_ANOTHER_AGENDA;
    }
}
