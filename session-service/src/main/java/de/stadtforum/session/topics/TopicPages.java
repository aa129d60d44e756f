package de.stadtforum.session.topics;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.meetings.MeetingDesk;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Standing topics with their options; the office opens them, enters what was deliberated, and puts it right.
@Controller
class TopicPages {
    private static final int MEETINGS_TO_CHOOSE = 12;

    private final AggregateStore<Topic> topics;
    private final AggregateStore<Meeting> meetings;
    private final MeetingDesk desk;
    private final Rights rights;
    private final Names names;
    private final Clock clock;
    private final String assembly;

    TopicPages(
            AggregateStore<Topic> topics,
            AggregateStore<Meeting> meetings,
            MeetingDesk desk,
            Rights rights,
            Names names,
            Clock clock,
            City city) {
        this.topics = topics;
        this.meetings = meetings;
        this.desk = desk;
        this.rights = rights;
        this.names = names;
        this.clock = clock;
        this.assembly = city.assembly();
    }

    @Open
    @GetMapping("/themen")
    String list(
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Actor actor,
            Model model) {
        var slice = topics.slice(Filters.empty(), Order.descending("state.on"), from, Pages.LINES);
        var all = slice.lines();
        Pages.further(model, slice, from);
        var mine = new TreeSet<String>();
        for (var each : all) if (runs(actor, each.body())) mine.add(each.id());
        model.addAttribute("topics", all);
        model.addAttribute("mine", mine);
        model.addAttribute("opens", runs(actor, assembly));
        model.addAttribute("assembly", assembly);
        model.addAttribute("bodies", names.bodies());
        model.addAttribute(
                "meetings",
                meetings.page(
                        and(eq("state.body", assembly), exists("state.course.opened")),
                        descending("state.course.date"),
                        0,
                        MEETINGS_TO_CHOOSE));
        model.addAttribute("newId", UUID.randomUUID().toString());
        model.addAttribute("today", today());
        return "topics/topics";
    }

    private boolean runs(Actor actor, String body) {
        return rights.in(body).givesAny(actor, Role.SECRETARIAT, Role.CHAIR);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(field = "body")
    @FormOn("/themen")
    @PostMapping("/themen")
    RedirectView open(
            @RequestParam @Id String id,
            @RequestParam @Id String body,
            @RequestParam @Line(max = 300) String title,
            @RequestParam @PastDay LocalDate on,
            Actor actor) {
        rights.in(body).need(actor, Role.SECRETARIAT, Role.CHAIR);
        names.needBody("body", body);
        var decision = topics.create(id, known -> Topic.open(known, id, body, title, on));
        return Pages.after(decision, "/themen", "notice.topic-opened");
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @FormOn("/themen")
    @PostMapping("/themen/{id}/moeglichkeiten")
    RedirectView deliberate(
            @PathVariable @Id String id,
            @RequestParam @Id String option,
            @RequestParam @Line(max = 300) String title,
            @RequestParam @NotUnknown Level level,
            @RequestParam @Id String meeting,
            @RequestParam @PastDay LocalDate on) {
        desk.needMeeting(meeting);
        var entered = new Topic.Option(option, title, level, meeting, on);
        return Pages.after(
                topics.decide(id, topic -> topic.deliberate(entered)),
                "/themen",
                "notice.option-entered");
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @FormOn("/themen")
    @PostMapping("/themen/{id}/berichtigen")
    RedirectView correct(
            @PathVariable @Id String id,
            @RequestParam @Line(max = 300) String title,
            @RequestParam @Line(max = 500) String reason) {
        return Pages.after(
                topics.decide(id, topic -> topic.correct(title, reason, today())),
                "/themen",
                "notice.corrected");
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @FormOn("/themen")
    @PostMapping("/themen/{id}/moeglichkeiten/zuruecknehmen")
    RedirectView withdraw(
            @PathVariable @Id String id,
            @RequestParam @Id String option,
            @RequestParam @Line(max = 500) String reason,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
        return Pages.after(
                topics.decide(id, topic -> topic.withdrawOption(option, reason, today())),
                "/themen",
                "notice.withdrawn");
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @FormOn("/themen")
    @PostMapping("/themen/{id}/vertagungen")
    RedirectView postpone(
            @PathVariable @Id String id,
            @RequestParam @Id String meeting,
            @RequestParam @PastDay LocalDate on) {
        desk.needMeeting(meeting);
        var postponement = new Topic.Postponement(meeting, on);
        return Pages.after(
                topics.decide(id, topic -> topic.postpone(postponement)),
                "/themen",
                "notice.topic-postponed");
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(Topic.class)
    @FormOn("/themen")
    @PostMapping("/themen/{id}/vertagungen/zuruecknehmen")
    RedirectView withdrawPostponement(
            @PathVariable @Id String id,
            @RequestParam @Id String meeting,
            @RequestParam @PastDay LocalDate on,
            @RequestParam @Line(max = 500) String reason) {
        var wrong = new Topic.Postponement(meeting, on);
        return Pages.after(
                topics.decide(id, topic -> topic.withdrawPostponement(wrong, reason, today())),
                "/themen",
                "notice.withdrawn");
    }
}
