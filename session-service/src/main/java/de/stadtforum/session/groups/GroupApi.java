package de.stadtforum.session.groups;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Working groups for programs; what is in the room only for those who belong to it.
@RestController
@RequestMapping("/api/session/groups")
class GroupApi {
    private static final Order BY_DAY = Order.ascending("state.formed.on");

    private final AggregateStore<WorkingGroup> groups;
    private final GroupDesk desk;

    GroupApi(AggregateStore<WorkingGroup> groups, GroupDesk desk) {
        this.groups = groups;
        this.desk = desk;
    }

    /// Lists the working groups.
    @Open
    @GetMapping
    ResponseEntity<List<GroupLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                groups.slice(Filters.empty(), BY_DAY, cursor, limit).map(GroupLine::of),
                groups.count(Filters.empty(), BY_DAY));
    }

    /// Reads a working group; what is in the room only for those who belong to it.
    @Open
    @GetMapping("/{id}")
    WorkingGroup one(@PathVariable @Id String id, Actor actor) {
        return readable(groups.find(id).orElseThrow(Missing::new), actor);
    }

    private WorkingGroup readable(WorkingGroup group, Actor actor) {
        return desk.belongs(actor, group.id()) ? group : group.forThePublic();
    }

    /// Assigns a field of action to a working group.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/fields")
    Accepted assign(
            @PathVariable @Id String id, @Valid @RequestBody GroupCommand.Assign it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Leaves a note in the room of a working group.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/notes")
    Accepted note(
            @PathVariable @Id String id, @Valid @RequestBody GroupCommand.Note it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Shares how to reach a member of the working group.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(value = WorkingGroup.class, field = "person")
    @PostMapping("/{id}/contacts")
    Accepted contact(
            @PathVariable @Id String id, @Valid @RequestBody GroupCommand.Share it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Withdraws a shared contact: also whoever left the group and has no task any more.
    @May({})
    @PostMapping("/{id}/contacts/withdraw")
    Accepted withdraw(
            @PathVariable @Id String id,
            @Valid @RequestBody GroupCommand.Withdraw it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Finds a date for the working group.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/dates")
    Accepted date(
            @PathVariable @Id String id, @Valid @RequestBody GroupCommand.Find it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Records that the working group reported to a meeting.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/report")
    Accepted report(
            @PathVariable @Id String id, @Valid @RequestBody GroupCommand.Report it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Takes a date back that was found by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/dates/withdraw")
    Accepted drop(
            @PathVariable @Id String id, @Valid @RequestBody GroupCommand.Drop it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Takes a note out of the room of a working group.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.GROUP_GUEST})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/notes/withdraw")
    Accepted withdrawNote(
            @PathVariable @Id String id,
            @Valid @RequestBody GroupCommand.WithdrawNote it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Takes back a field that was assigned by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/fields/withdraw")
    Accepted withdrawField(
            @PathVariable @Id String id,
            @Valid @RequestBody GroupCommand.WithdrawField it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Takes back a report that was entered by mistake.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY})
    @In(WorkingGroup.class)
    @PostMapping("/{id}/report/withdraw")
    Accepted withdrawReport(
            @PathVariable @Id String id,
            @Valid @RequestBody GroupCommand.WithdrawReport it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }
}
