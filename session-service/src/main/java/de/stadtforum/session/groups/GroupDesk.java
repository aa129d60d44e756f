package de.stadtforum.session.groups;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.meetings.MeetingDesk;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Gives commands to a working group; a contact is shared by its own person.
@Component
class GroupDesk {
    private static final Role[] RUN = {Role.SECRETARIAT, Role.CHAIR};

    private final AggregateStore<WorkingGroup> groups;
    private final AggregateStore<FieldOfAction> fields;
    private final MeetingDesk meetings;
    private final Rights rights;
    private final Clock clock;

    GroupDesk(
            AggregateStore<WorkingGroup> groups,
            AggregateStore<FieldOfAction> fields,
            MeetingDesk meetings,
            Rights rights,
            Clock clock) {
        this.clock = clock;
        this.groups = groups;
        this.fields = fields;
        this.meetings = meetings;
        this.rights = rights;
    }

    Decision<WorkingGroup> give(Actor actor, String id, GroupCommand command) {
        mayAbout(actor, id, command);
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
                    groups.decide(id, group -> group.withdrawContact(person, today()));
            case GroupCommand.Drop(var date, var reason) ->
                    groups.decide(id, group -> group.drop(date, reason, today()));
            case GroupCommand.WithdrawNote(var note, var reason) ->
                    groups.decide(id, group -> group.withdrawNote(note, reason, today()));
            case GroupCommand.WithdrawField(var field, var reason) ->
                    groups.decide(id, group -> group.withdrawField(field, reason, today()));
            case GroupCommand.WithdrawReport(var meeting, var on, var reason) ->
                    groups.decide(
                            id,
                            group ->
                                    group.withdrawReport(
                                            new WorkingGroup.Report(meeting, on), reason, today()));
            case GroupCommand.Find(var date) -> groups.decide(id, group -> group.find(date));
            case GroupCommand.Report(var meeting, var on) -> {
                meetings.needMeeting(meeting);
                yield groups.decide(
                        id, group -> group.report(new WorkingGroup.Report(meeting, on)));
            }
        };
    }

    /// Whose contact it is: the own one, or any for those who run the group. Consent is withdrawn also by who has left the group.
    private void mayAbout(Actor actor, String id, GroupCommand command) {
        var person =
                switch (command) {
                    case GroupCommand.Share it -> it.person();
                    case GroupCommand.Withdraw it -> it.person();
                    default -> actor.person();
                };
        if (!Objects.equals(person, actor.person())) rights.inGroup(id).need(actor, RUN);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    boolean belongs(Actor actor, String id) {
        return rights.inGroup(id)
                .givesAny(
                        actor,
                        Role.SECRETARIAT,
                        Role.CHAIR,
                        Role.MINUTE_TAKER,
                        Role.MEMBER,
                        Role.DEPUTY,
                        Role.GROUP_GUEST);
    }
}
