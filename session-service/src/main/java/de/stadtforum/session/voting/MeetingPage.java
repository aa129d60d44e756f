package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.meetings.Attendance;
import de.stadtforum.session.meetings.AttendanceSheet;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.meetings.NextStep;
import de.stadtforum.session.meetings.Numbers;
import de.stadtforum.session.proposals.Proposal;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import de.stadtforum.web.live.LivePages;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One meeting: invitation, agenda with its votes, attendance as numbers for the public and as names for members.
@Controller
class MeetingPage {
    private static final Comparator<Item> AGENDA =
            Comparator.comparing(Item::number, Numbers.ORDER);
    private static final int ROWS = 5;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm 'Uhr'");
    private static final Role[] RUN = {Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER};

    private final AggregateStore<Meeting> meetings;
    private final AggregateStore<Vote> votes;
    private final AggregateStore<Proposal> proposals;
    private final Feed<Roster> rosters;
    private final VoteSection voteSection;
    private final Rights rights;
    private final Names names;
    private final Clock clock;
    private final LiveMeetings followed;
    private final LivePages live;

    MeetingPage(
            AggregateStore<Meeting> meetings,
            AggregateStore<Vote> votes,
            AggregateStore<Proposal> proposals,
            Feed<Roster> rosters,
            VoteSection voteSection,
            Rights rights,
            Names names,
            Clock clock,
            LiveMeetings followed,
            LivePages live) {
        this.meetings = meetings;
        this.votes = votes;
        this.proposals = proposals;
        this.rosters = rosters;
        this.voteSection = voteSection;
        this.rights = rights;
        this.names = names;
        this.clock = clock;
        this.followed = followed;
        this.live = live;
    }

    /// @param item the one that a vote is to be opened on, by those who run the meeting
    /// @param kind what the vote would bring about
    @Open
    @GetMapping("/sitzungen/{id}")
    String meeting(
            @PathVariable @Id String id,
            @RequestParam(required = false) @Id @Nullable String item,
            @RequestParam(required = false) @Pattern(regexp = "[a-z-]{1,20}") @Nullable String kind,
            Actor actor,
            Model model) {
        live.show(model, followed.of(id), "/sitzungen/" + id);
        var meeting = meetings.find(id).orElseThrow(Missing::new);
        var reads = rights.reads(actor, meeting.body());
        var runs = rights.in(meeting.body()).givesAny(actor, RUN);
        var roster = rosters.find(meeting.body()).orElse(Roster.NONE);
        var day = meeting.course().date();
        var voting = roster.votingSeatsOn(day);
        var present = meeting.attendance().present();
        var shown = reads ? meeting : meeting.forThePublic();
        model.addAttribute("meeting", shown);
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), PlatformClock.CITY));
        model.addAttribute(
                "publicItems",
                shown.items().stream().filter(it -> it.inPublic()).sorted(AGENDA).toList());
        model.addAttribute(
                "closedItems",
                shown.items().stream().filter(it -> !it.inPublic()).sorted(AGENDA).toList());
        model.addAttribute("body", names.body(meeting.body()));
        model.addAttribute("reads", reads);
        model.addAttribute("runs", runs);
        model.addAttribute("present", present.size());
        model.addAttribute(
                "deputies", present.values().stream().filter(entry -> entry.deputy()).count());
        model.addAttribute(
                "votingPresent", present.keySet().stream().filter(voting::containsKey).count());
        model.addAttribute("statutory", roster.statutoryVotesOn(day));
        model.addAttribute("votes", byItem(id, reads));
        var sheet =
                reads
                        ? AttendanceSheet.of(roster, day, persons(meeting), names)
                        : AttendanceSheet.forThePublic(roster, day);
        model.addAttribute("sheet", sheet);
        model.addAttribute("seats", sheet.seats());
        model.addAttribute("labels", sheet.labels());
        model.addAttribute("people", sheet.people());
        if (reads) model.addAttribute("attendance", meeting.attendance().bySeat());
        if (runs) addForms(meeting, actor, roster, model);
        voteSection.add(meeting, item, kind, roster, reads, actor, model);
        return "meetings/meeting";
    }

    @Open
    @GetMapping("/sitzungen/{id}/ereignisse")
    ResponseEntity<SseEmitter> events(@PathVariable @Id String id) {
        if (meetings.find(id).isEmpty()) throw new Missing();
        return live.stream(followed.of(id));
    }

    private SortedMap<String, List<VoteView>> byItem(String meeting, boolean reads) {
        var byItem = new TreeMap<String, List<VoteView>>();
        votes.each(
                eq("state.question.meeting", meeting),
                Order.ascending(),
                vote ->
                        byItem.computeIfAbsent(vote.question().item(), _ -> new ArrayList<>())
                                .add(VoteView.of(vote, reads)));
        return byItem;
    }

    private static List<String> persons(Meeting meeting) {
        return meeting.attendance().entries().stream()
                .map(Attendance.Entry::person)
                .distinct()
                .toList();
    }

    private void addForms(Meeting meeting, Actor actor, Roster roster, Model model) {
        var now = clock.instant().atZone(PlatformClock.CITY).toLocalDateTime();
        var onTheDay = now.toLocalDate().equals(meeting.course().date());
        model.addAttribute(
                "now",
                (onTheDay ? now : meeting.course().date().atTime(17, 0))
                        .truncatedTo(ChronoUnit.MINUTES));
        model.addAttribute("newId", UUID.randomUUID().toString());
        model.addAttribute("quorumOfNow", meeting.quorumOfNow(roster));
        model.addAttribute("parts", meeting.partsFor(roster));
        model.addAttribute("next", NextStep.of(meeting, roster));
        model.addAttribute("onTheDay", onTheDay);
        model.addAttribute("rows", rows(meeting));
        model.addAttribute(
                "entryHours",
                meeting.attendance().entries().stream()
                        .map(entry -> HOUR.format(entry.at().atZone(PlatformClock.CITY)))
                        .toList());
        model.addAttribute("entries", meeting.attendance().entries());
        model.addAttribute("openedAt", local(meeting.course().opened()));
        model.addAttribute("closedAt", local(meeting.course().closed()));
        model.addAttribute(
                "open", meeting.items().stream().filter(it -> it.outcome() == null).toList());
        model.addAttribute(
                "concluded", meeting.items().stream().filter(it -> it.outcome() != null).toList());
        model.addAttribute(
                "running",
                votes
                        .few(
                                and(
                                        eq("state.question.meeting", meeting.id()),
                                        exists("state.result", false),
                                        exists("state.cancelled", false)),
                                Order.ascending())
                        .stream()
                        .map(vote -> VoteView.of(vote, true))
                        .toList());
        model.addAttribute(
                "waiting",
                proposals
                        .slice(
                                and(
                                        eq("state.submission.body", meeting.body()),
                                        eq("state.placement.meeting", null),
                                        eq("state.heard.meeting", null),
                                        eq("state.withdrawn", null)),
                                Order.ascending("state.submission.on"),
                                null,
                                Slice.MOST)
                        .lines());
        model.addAttribute(
                "leads", rights.in(meeting.body()).givesAny(actor, Role.CHAIR, Role.SECRETARIAT));
    }

    /// As the field of a form wants it.
    private static @Nullable LocalDateTime local(@Nullable Instant at) {
        return at == null
                ? null
                : at.atZone(PlatformClock.CITY).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /// Rows for new items, each with the next free number and an id of its own.
    private static List<Map.Entry<String, String>> rows(Meeting meeting) {
        var next = Integer.parseInt(meeting.nextNumber());
        var rows = new ArrayList<Map.Entry<String, String>>();
        for (var i = 0; i < ROWS; i++)
            rows.add(Map.entry("i-" + UUID.randomUUID(), String.valueOf(next + i)));
        return rows;
    }
}
