package de.stadtforum.session.meetings;

import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.Entry;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Refusal;
import de.stadtforum.web.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The list of meetings by body and year, with the watch over their number (resolution 3.19).
@Controller
class MeetingPages {
    /// The one that meets now, then what is ahead as it comes, then what was, the newest first.
    private static final Comparator<Meeting> NEAREST_FIRST =
            Comparator.comparingInt((Meeting each) -> each.underWay() ? 0 : each.ahead() ? 1 : 2)
                    .thenComparing(each ->
                            each.ahead()
                                    ? each.course().date().toEpochDay()
                                    : -each.course().date().toEpochDay());

    private final AggregateStore<Meeting> meetings;
    private final MeetingDesk desk;
    private final MeetingWatch watch;
    private final Rights rights;
    private final Names names;
    private final Clock clock;
    private final String assembly;

    MeetingPages(
            AggregateStore<Meeting> meetings,
            MeetingDesk desk,
            MeetingWatch watch,
            Rights rights,
            Names names,
            Clock clock,
            City city) {
        this.meetings = meetings;
        this.desk = desk;
        this.watch = watch;
        this.rights = rights;
        this.names = names;
        this.clock = clock;
        this.assembly = city.assembly();
    }

    @Open
    @GetMapping("/sitzungen")
    String list(
            @RequestParam(required = false) @Id @Nullable String body,
            @RequestParam(required = false) @Min(2000) @Max(2099) @Nullable Integer year,
            Actor actor,
            Model model) {
        var shownBody = body == null ? assembly : body;
        var today = clock.instant().atZone(PlatformClock.CITY).toLocalDate();
        var shownYear = year == null ? today.getYear() : year;
        model.addAttribute("bodies", names.bodies());
        model.addAttribute("body", shownBody);
        model.addAttribute("year", shownYear);
        model.addAttribute("watch", watch.of(shownBody, shownYear, today));
        model.addAttribute("runs", rights.in(shownBody).givesAny(actor, MeetingDesk.LEAD));
        model.addAttribute("enters", rights.in(shownBody).gives(actor, Role.SECRETARIAT));
        model.addAttribute("newId", "s-" + UUID.randomUUID());
        model.addAttribute("entries", entries(shownBody, shownYear, today));
        return "meetings/list";
    }

    private List<Entry> entries(String body, int year, LocalDate today) {
        return meetings
                .few(MeetingApi.filter(body, year), Order.descending("state.course.date"))
                .stream()
                .sorted(NEAREST_FIRST)
                .map(meeting -> entry(meeting, today))
                .toList();
    }

    private static Entry entry(Meeting meeting, LocalDate today) {
        var phase = meeting.course().phase();
        var called = meeting.course().invitation();
        return new Entry(
                meeting.course().date(),
                "",
                "/sitzungen/" + meeting.id(),
                called == null ? null : called.place(),
                switch (phase) {
                    case OPEN, CONVENED -> "info";
                    case POSTPONED, CANCELLED -> "warning";
                    case CLOSED, SIGNED -> "success";
                    case PLANNED -> "info";
                },
                "phase." + (meeting.leftOpen(today) ? "NOT_CLOSED" : phase));
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(field = "body")
    @FormOn("/sitzungen?body={body}")
    @PostMapping("/sitzungen")
    RedirectView plan(
            @RequestParam @Id String id,
            @RequestParam @Id String body,
            @RequestParam @NotNull @PlannedDay LocalDate date,
            @RequestParam(defaultValue = "false") boolean another,
            Actor actor) {
        rights.in(body).need(actor, MeetingDesk.LEAD);
        // a program may enter late what it has from elsewhere; whoever types has a page for that
        if (date.isBefore(LocalDate.ofInstant(clock.instant(), PlatformClock.CITY)))
            throw new Refusal(Meeting.Refusal.DAY_IS_OVER);
        if (!another && desk.meetsOn(body, date, id))
            throw new Refusal(Meeting.Refusal.PLANNED_THAT_DAY);
        return Pages.after(
                desk.plan(actor, id, body, date), "/sitzungen/" + id, "notice.meeting-planned");
    }
}
