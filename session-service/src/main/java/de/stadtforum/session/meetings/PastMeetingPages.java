package de.stadtforum.session.meetings;

import de.stadtforum.city.City;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// A past meeting on one page: first which body and day, then everything that its notes say.
@Controller
class PastMeetingPages {
    private final PastMeetings meetings;
    private final MeetingDesk desk;
    private final Clock clock;
    private final Feed<Roster> rosters;
    private final Rights rights;
    private final Names names;
    private final String assembly;

    PastMeetingPages(
            PastMeetings meetings,
            MeetingDesk desk,
            Clock clock,
            Feed<Roster> rosters,
            Rights rights,
            Names names,
            City city) {
        this.meetings = meetings;
        this.desk = desk;
        this.clock = clock;
        this.rosters = rosters;
        this.rights = rights;
        this.names = names;
        this.assembly = city.assembly();
    }

    /// @param rows how many items there is room for
    @May(Role.SECRETARIAT)
    @GetMapping("/sitzungen/nachtragen")
    String form(
            @RequestParam(required = false) @Id @Nullable String body,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(defaultValue = "10") @Min(1) @Max(50) int rows,
            Actor actor,
            Model model) {
        var of = body == null ? assembly : body;
        // without a body there is nothing to read yet
        if (body != null) rights.in(of).need(actor, Role.SECRETARIAT);
        var roster = rosters.find(of).orElse(Roster.NONE);
        model.addAttribute("bodies", names.bodies());
        model.addAttribute("body", of);
        model.addAttribute("date", date);
        model.addAttribute("rows", rows);
        var over = date == null || date.isBefore(today());
        model.addAttribute("over", over);
        if (body == null || date == null || !over || !roster.existsOn(date)) return "meetings/past";
        model.addAttribute("known", Map.of());
        model.addAttribute("sheet", AttendanceSheet.of(roster, date, List.of(), names));
        model.addAttribute("newId", "s-" + UUID.randomUUID());
        model.addAttribute("closedOnly", roster.meetsClosed());
        model.addAttribute("parts", Meeting.parts(roster.meetsClosed()));
        model.addAttribute("called", names.body(of));
        model.addAttribute("metThatDay", desk.meetsOn(of, date, ""));
        model.addAttribute(
                "items", IntStream.range(0, rows).mapToObj(_ -> "i-" + UUID.randomUUID()).toList());
        return "meetings/past";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    @May(Role.SECRETARIAT)
    @In(field = "body")
    @FormOn("/sitzungen/nachtragen?body={body}&date={date}&rows={rows}")
    @PostMapping("/sitzungen/nachtragen")
    RedirectView enter(@Valid @ModelAttribute PastMeetingForm form, Actor actor) {
        return Pages.after(
                meetings.enter(actor, form.read(), Boolean.TRUE.equals(form.another())),
                "/sitzungen/" + form.id(),
                form.closed() == null ? "notice.past-meeting-begun" : "notice.past-meeting");
    }
}
