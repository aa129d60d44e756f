package de.stadtforum.session.groups;

import static de.stadtforum.messaging.Decision.refused;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Denied;
import de.stadtforum.web.Role;
import org.springframework.stereotype.Component;

/// Gives commands to a working group: those who run it or belong to it may, and a contact is shared by its own person.
@Component
class GroupDesk {
    private static final Role[] RUN = {Role.SECRETARIAT, Role.CHAIR};

    private final AggregateStore<WorkingGroup> groups;
    private final AggregateStore<FieldOfAction> fields;
    private final Rights rights;

    GroupDesk(
            AggregateStore<WorkingGroup> groups,
            AggregateStore<FieldOfAction> fields,
            Rights rights) {
        this.groups = groups;
        this.fields = fields;
        this.rights = rights;
    }

    Decision<WorkingGroup> give(Actor actor, String id, GroupCommand command) {
        if (groups.find(id).isEmpty()) return refused(Decision.Refusal.NOT_FOUND);
        if (!may(actor, id, command)) throw Denied.to(actor, RUN);
        return switch (command) {
            case GroupCommand.Assign(var field, var on) ->
                    fields.find(field).isEmpty()
                            ? refused(WorkingGroup.Refusal.FIELD_UNKNOWN)
                            : groups.decide(id, group -> group.assign(field, on));
            case GroupCommand.Note(var note, var text, var on) ->
                    groups.decide(id, group -> group.share(new Room.Note(note, text, on)));
            case GroupCommand.Share(var person, var contact, var on) ->
                    groups.decide(id, group -> group.share(person, new Room.Contact(contact, on)));
            case GroupCommand.Withdraw(var person) ->
                    groups.decide(id, group -> group.withdrawContact(person));
            case GroupCommand.Find(var date) -> groups.decide(id, group -> group.find(date));
            case GroupCommand.Report(var meeting, var on) ->
                    groups.decide(id, group -> group.report(new WorkingGroup.Report(meeting, on)));
        };
    }

    private boolean may(Actor actor, String id, GroupCommand command) {
        if (rights.has(actor, id, RUN)) return true;
        return switch (command) {
            case GroupCommand.Assign _ -> false;
            case GroupCommand.Share it -> it.person().equals(actor.person()) && belongs(actor, id);
            case GroupCommand.Withdraw it -> it.person().equals(actor.person());
            default -> belongs(actor, id);
        };
    }

    boolean belongs(Actor actor, String id) {
        return actor.is(Role.GROUP_GUEST, id) || rights.reads(actor, id);
    }
}
