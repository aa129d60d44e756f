package de.stadtforum.session.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;

import de.stadtforum.city.City;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.proposals.Inbox;
import de.stadtforum.session.proposals.Proposal;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import java.time.LocalDate;
import java.util.List;
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

/// The inbox of each body, for those who prepare its meetings: what came, where it lies, and the way onto an agenda.
@Controller
class InboxPages {
    private static final int MEETINGS_TO_CHOOSE = 12;

    /// What an office files by hand; the rest comes by itself.
    private static final List<Kind> KINDS =
            List.of(
                    Kind.RECOMMENDATION,
                    Kind.RULES,
                    Kind.FIELD,
                    Kind.PAPER,
                    Kind.GROUP_REPORT,
                    Kind.QUESTION,
                    Kind.STANDING_TOPIC,
                    Kind.OTHER);

    private final Inbox inbox;
    private final AggregateStore<Meeting> meetings;
    private final Rights rights;
    private final Names names;
    private final String assembly;
    private final String steeringGroup;

    InboxPages(
            Inbox inbox, AggregateStore<Meeting> meetings, Rights rights, Names names, City city) {
        this.inbox = inbox;
        this.meetings = meetings;
        this.rights = rights;
        this.names = names;
        this.assembly = city.assembly();
        this.steeringGroup = city.profile().steeringGroup();
    }

    @May({
        Role.SECRETARIAT,
        Role.CHAIR,
        Role.MEMBER,
        Role.DEPUTY,
        Role.MINUTE_TAKER,
        Role.DEPARTMENT,
        Role.LAB_TEAM
    })
    @GetMapping("/eingang")
    String inbox(
            @RequestParam(required = false) @Id @Nullable String body,
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Actor actor,
            Model model) {
        var shown = body == null ? assembly : body;
        var slice = inbox.slice(actor, shown, from, Pages.LINES);
        var proposals = slice.lines();
        Pages.further(model, slice, from);
        var mine = new TreeSet<String>();
        for (var each : proposals)
            if (each.waits()
                    && each.placement() == null
                    && inbox.mayWithdraw(actor, each.submission())) mine.add(each.id());
        model.addAttribute("body", shown);
        model.addAttribute("steeringGroup", steeringGroup);
        model.addAttribute("bodies", names.bodies());
        model.addAttribute("proposals", proposals);
        model.addAttribute("mine", mine);
        model.addAttribute(
                "receives",
                rights.speaksFor(actor, shown)
                        || actor.is(Role.DEPARTMENT)
                        || rights.ofASteeringGroup(actor));
        model.addAttribute("kinds", KINDS);
        model.addAttribute("comments", inbox.comments(actor, shown));
        var places =
                rights.in(shown).givesAny(actor, Role.SECRETARIAT, Role.CHAIR, Role.MINUTE_TAKER);
        model.addAttribute("coming", places ? coming(shown) : List.of());
        model.addAttribute("newId", UUID.randomUUID().toString());
        model.addAttribute("today", inbox.today());
        return "proposals/inbox";
    }

    /// Those that an item can still be placed in, the next first.
    private List<Meeting> coming(String body) {
        return meetings
                .page(
                        and(
                                eq("state.body", body),
                                gte("state.course.date", inbox.today().toString()),
                                exists("state.course.closed", false)),
                        ascending("state.course.date"),
                        0,
                        MEETINGS_TO_CHOOSE)
                .stream()
                .filter(meeting -> meeting.ahead() || meeting.underWay())
                .toList();
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT})
    @In(field = "source")
    @FormOn("/eingang?body={body}")
    @PostMapping("/eingang")
    RedirectView receive(
            @RequestParam @Id String id,
            @RequestParam @Id String body,
            @RequestParam @NotUnknown Kind kind,
            @RequestParam @Id String source,
            @RequestParam @Line(max = 300) String title,
            @RequestParam(defaultValue = "false") boolean publicTitle,
            @RequestParam(required = false) @Text(max = 20_000) @Nullable String text,
            @RequestParam @PastDay LocalDate on,
            Actor actor) {
        inbox.needForSource(actor, body, source);
        if (!actor.is(Role.DEPARTMENT, source)) names.needBody("source", source);
        var came = new Proposal.Submission(body, kind, source, title, publicTitle, text, on);
        return Pages.after(
                inbox.receive(actor, id, came),
                "/eingang?body=" + body,
                "notice.proposal-received");
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT})
    @In(field = "by")
    @FormOn("/eingang?body={body}")
    @PostMapping("/eingang/{id}/anmerkungen")
    RedirectView comment(
            @PathVariable @Id String id,
            @RequestParam @Id String by,
            @RequestParam @Text(max = PublicText.LONGEST) String comment,
            @RequestParam @PastDay LocalDate on,
            @RequestParam(required = false) @Id @Nullable String body,
            Actor actor) {
        var decision = inbox.comment(actor, id, new Proposal.Comment(by, comment, on));
        return Pages.after(decision, home(body), "notice.comment-added");
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT})
    @In(Proposal.class)
    @FormOn("/eingang?body={body}")
    @PostMapping("/eingang/{id}/zuruecknehmen")
    RedirectView withdraw(
            @PathVariable @Id String id,
            @RequestParam @Line(max = 500) String reason,
            @RequestParam(required = false) @Id @Nullable String body,
            @RequestParam(defaultValue = "false") @Sure boolean sure,
            Actor actor) {
        return Pages.after(inbox.withdraw(actor, id, reason), home(body), "notice.withdrawn");
    }

    private String home(@Nullable String body) {
        return body == null ? "/eingang" : "/eingang?body=" + body;
    }
}
