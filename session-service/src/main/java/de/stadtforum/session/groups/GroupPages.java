package de.stadtforum.session.groups;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.Entry;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Working groups; the room of each opens for those who belong to it.
@Controller
class GroupPages {
    private static final int MEETINGS_TO_CHOOSE = 12;

    private final AggregateStore<WorkingGroup> groups;
    private final AggregateStore<FieldOfAction> fields;
    private final AggregateStore<Meeting> meetings;
    private final GroupDesk desk;
    private final Rights rights;
    private final Names names;
    private final Clock clock;
    private final String assembly;

    GroupPages(
            AggregateStore<WorkingGroup> groups,
            AggregateStore<FieldOfAction> fields,
            AggregateStore<Meeting> meetings,
            GroupDesk desk,
            Rights rights,
            Names names,
            Clock clock,
            City city) {
        this.assembly = city.assembly();
        this.groups = groups;
        this.fields = fields;
        this.meetings = meetings;
        this.desk = desk;
        this.rights = rights;
        this.names = names;
        this.clock = clock;
    }

    @Open
    @GetMapping("/arbeitsgruppen")
    String list(
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Model model) {
        var slice =
                groups.slice(Filters.empty(), Order.ascending("state.formed.on"), from, Pages.LINES)
                        .map(GroupPages::entry);
        model.addAttribute("words", "groups");
        model.addAttribute("entries", slice.lines());
        Pages.further(model, slice, from);
        return "list";
    }

    private static Entry entry(WorkingGroup it) {
        return new Entry(
                it.formed().on(),
                it.name(),
                "/arbeitsgruppen/" + it.id(),
                null,
                it.ended() == null ? "success" : "info",
                it.ended() == null ? "group.at-work" : "group.ended");
    }

    @Open
    @GetMapping("/arbeitsgruppen/{id}")
    String one(
            @PathVariable @Id String id,
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Actor actor,
            Model model) {
        var group = groups.find(id).orElseThrow(Missing::new);
        var belongs = desk.belongs(actor, id);
        model.addAttribute("group", belongs ? group : group.forThePublic());
        model.addAttribute("fields", fields.findAll(group.fields()).values());
        var held =
                meetings.slice(
                        eq("state.body", id),
                        Order.descending("state.course.date"),
                        from,
                        Pages.LINES);
        Pages.further(model, held, from);
        model.addAttribute("meetings", held.lines());
        model.addAttribute("belongs", belongs);
        if (belongs) addChoices(group, model);
        var own = actor.person() == null ? null : group.room().contacts().get(actor.person());
        model.addAttribute("ownContact", own == null ? null : own.contact());
        model.addAttribute(
                "runs", rights.inGroup(id).givesAny(actor, Role.SECRETARIAT, Role.CHAIR));
        model.addAttribute("people", names.persons(group.room().contacts().keySet()));
        model.addAttribute("newId", UUID.randomUUID().toString());
        model.addAttribute("today", clock.instant().atZone(PlatformClock.CITY).toLocalDate());
        return "groups/group";
    }

    /// What a field or a meeting is chosen from, to be assigned or reported to, or to be taken back.
    private void addChoices(WorkingGroup group, Model model) {
        model.addAttribute(
                "otherFields",
                fields.few(Filters.empty(), Order.ascending("state.on")).stream()
                        .filter(field -> !group.fields().contains(field.id()))
                        .toList());
        model.addAttribute(
                "laterFields",
                fields.findAll(group.fields()).values().stream()
                        .filter(field -> !group.ofTheDecision().contains(field.id()))
                        .toList());
        model.addAttribute(
                "toReportTo",
                meetings.page(
                        and(eq("state.body", assembly), exists("state.course.opened")),
                        descending("state.course.date"),
                        0,
                        MEETINGS_TO_CHOOSE));
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/notizen")
    RedirectView note(
            @PathVariable @Id String id, @Valid @ModelAttribute GroupCommand.Note it, Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(value = WorkingGroup.class, field = "person")
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/kontakte")
    RedirectView share(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.Share it,
            Actor actor) {
        return give(actor, id, it);
    }

    @May({})
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/kontakte/zuruecknehmen")
    RedirectView withdraw(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.Withdraw it,
            Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/termine")
    RedirectView date(
            @PathVariable @Id String id, @Valid @ModelAttribute GroupCommand.Find it, Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/termine/zuruecknehmen")
    RedirectView drop(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.Drop it,
            @RequestParam(defaultValue = "false") @Sure boolean sure,
            Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/notizen/zuruecknehmen")
    RedirectView withdrawNote(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.WithdrawNote it,
            @RequestParam(defaultValue = "false") @Sure boolean sure,
            Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/felder")
    RedirectView assign(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.Assign it,
            Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/felder/zuruecknehmen")
    RedirectView withdrawField(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.WithdrawField it,
            Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/berichte")
    RedirectView report(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.Report it,
            Actor actor) {
        return give(actor, id, it);
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY})
    @In(WorkingGroup.class)
    @FormOn("/arbeitsgruppen/{id}")
    @PostMapping("/arbeitsgruppen/{id}/berichte/zuruecknehmen")
    RedirectView withdrawReport(
            @PathVariable @Id String id,
            @Valid @ModelAttribute GroupCommand.WithdrawReport it,
            Actor actor) {
        return give(actor, id, it);
    }

    private RedirectView give(Actor actor, String id, GroupCommand command) {
        var notice =
                switch (command) {
                    case GroupCommand.Note _ -> "notice.note-shared";
                    case GroupCommand.Share _ -> "notice.contact-shared";
                    case GroupCommand.Withdraw _ -> "notice.contact-withdrawn";
                    case GroupCommand.Find _ -> "notice.date-found";
                    case GroupCommand.Drop _ -> "notice.date-withdrawn";
                    case GroupCommand.Assign _ -> "notice.field-assigned";
                    case GroupCommand.Report _ -> "notice.report-recorded";
                    case GroupCommand.WithdrawNote _,
                            GroupCommand.WithdrawField _,
                            GroupCommand.WithdrawReport _ ->
                            "notice.withdrawn";
                };
        return Pages.after(desk.give(actor, id, command), "/arbeitsgruppen/" + id, notice);
    }
}
