package de.stadtforum.session.assembly;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.recommendations.Recommendation;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.session.voting.Vote;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Next meeting, newest results, recommendations and fields, and the groups at work on one page, for everybody.
@Controller
class AssemblyPage {

    private static final int NEWEST = 5;
    private static final int MOST_AT_ONCE = 20;

    private final AggregateStore<Meeting> meetings;
    private final AggregateStore<Vote> votes;
    private final AggregateStore<Recommendation> recommendations;
    private final AggregateStore<FieldOfAction> fields;
    private final AggregateStore<WorkingGroup> groups;
    private final Feed<Roster> rosters;
    private final Names names;
    private final Clock clock;
    private final String assembly;

    AssemblyPage(
            AggregateStore<Meeting> meetings,
            AggregateStore<Vote> votes,
            AggregateStore<Recommendation> recommendations,
            AggregateStore<FieldOfAction> fields,
            AggregateStore<WorkingGroup> groups,
            Feed<Roster> rosters,
            Names names,
            Clock clock,
            City city) {
        this.meetings = meetings;
        this.votes = votes;
        this.recommendations = recommendations;
        this.fields = fields;
        this.groups = groups;
        this.rosters = rosters;
        this.names = names;
        this.clock = clock;
        this.assembly = city.assembly();
    }

    @Open
    @GetMapping("/versammlung")
    String assembly(Model model) {
        var today = clock.instant().atZone(PlatformClock.CITY).toLocalDate();
        var roster = rosters.find(assembly).orElse(Roster.NONE);
        var voting = roster.votingSeatsOn(today);
        var ofTheBody = eq("state.body", assembly);
        var next =
                meetings
                        .page(
                                and(
                                        ofTheBody,
                                        gte("state.course.date", today.toString()),
                                        in("state.course.phase", "PLANNED", "CONVENED", "OPEN")),
                                ascending("state.course.date", "_id"),
                                0,
                                1)
                        .stream()
                        .findFirst()
                        .map(Meeting::forThePublic)
                        .orElse(null);
        model.addAttribute("name", roster.name().isEmpty() ? assembly : roster.name());
        model.addAttribute("body", assembly);
        model.addAttribute("votingSeats", voting.size());
        model.addAttribute(
                "filledSeats",
                voting.values().stream().filter(seat -> seat.delegateOn(today) != null).count());
        model.addAttribute(
                "advisorySeats",
                roster.seatsOn(today).values().stream()
                        .filter(seat -> seat.kind() == SeatKind.ADVISORY)
                        .count());
        model.addAttribute("next", next);
        model.addAttribute(
                "running",
                next == null || !next.underWay()
                        ? List.of()
                        : votes.page(
                                and(
                                        eq("state.question.meeting", next.id()),
                                        exists("state.result", false),
                                        exists("state.cancelled", false)),
                                ascending("_id"),
                                0,
                                MOST_AT_ONCE));
        model.addAttribute(
                "past",
                meetings
                        .page(
                                and(ofTheBody, in("state.course.phase", "CLOSED", "SIGNED")),
                                descending("state.course.date"),
                                0,
                                NEWEST)
                        .stream()
                        .filter(meeting -> meeting.held(today))
                        .toList());
        model.addAttribute(
                "votes",
                votes.page(
                        and(
                                eq("state.question.body", assembly),
                                eq("state.publicItem", true),
                                exists("state.result")),
                        descending("state.question.day", "_id"),
                        0,
                        NEWEST));
        model.addAttribute(
                "recommendations",
                recommendations.page(
                        eq("state.made.body", assembly),
                        descending("state.made.on", "_id"),
                        0,
                        NEWEST));
        model.addAttribute("bodies", names.bodies());
        model.addAttribute("today", today);
        model.addAttribute(
                "fields",
                fields.slice(Filters.empty(), Order.descending("state.on"), null, Pages.LINES)
                        .lines());
        model.addAttribute(
                "groups",
                groups.few(exists("state.ended", false), Order.ascending("state.formed.on")));
        return "assembly/assembly";
    }
}
