package de.stadtforum.session.groups;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.GroupFact.ContactShared;
import de.stadtforum.contracts.session.GroupFact.ContactWithdrawn;
import de.stadtforum.contracts.session.GroupFact.DateFound;
import de.stadtforum.contracts.session.GroupFact.DateWithdrawn;
import de.stadtforum.contracts.session.GroupFact.FieldAssigned;
import de.stadtforum.contracts.session.GroupFact.GroupEnded;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.GroupFact.GroupReported;
import de.stadtforum.contracts.session.GroupFact.NoteShared;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A working group is formed and ended by decision, works on named fields of action only and reports back (resolution 4.1 to 4.4).
public record WorkingGroup(
        String id,
        String name,
        Decided formed,
        SortedSet<String> fields,
        Room room,
        List<Report> reports,
        @Nullable Decided ended) {
    static final int MOST = 500;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        BEFORE_THE_GROUP,
        GROUP_ENDED,
        FIELD_UNKNOWN,
        TOO_MANY
    }

    public record Decided(String vote, LocalDate on) {}

    public record Report(String meeting, LocalDate on) {}

    public WorkingGroup {
        reports = List.copyOf(reports);
    }

    public static Decision<WorkingGroup> form(
            @Nullable WorkingGroup existing,
            String id,
            String name,
            List<String> fields,
            Decided by) {
        if (existing != null)
            return existing.formed.equals(by) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        var facts = new ArrayList<Fact>();
        facts.add(new GroupFormed(new PublicText(name), by.vote, by.on));
        var assigned = new TreeSet<>(fields);
        assigned.forEach(field -> facts.add(new FieldAssigned(field, by.on)));
        return changed(
                new WorkingGroup(id, name, by, assigned, Room.EMPTY, List.of(), null), facts);
    }

    Decision<WorkingGroup> assign(String field, LocalDate on) {
        if (fields.contains(field)) return unchanged();
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        if (on.isBefore(formed.on)) return refused(Refusal.BEFORE_THE_GROUP);
        if (fields.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new TreeSet<>(fields);
        all.add(field);
        return changed(
                new WorkingGroup(id, name, formed, all, room, reports, null),
                new FieldAssigned(field, on));
    }

    Decision<WorkingGroup> share(Room.Note note) {
        var known = room.note(note.id());
        if (known != null) return known.equals(note) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        if (note.on().isBefore(formed.on)) return refused(Refusal.BEFORE_THE_GROUP);
        if (room.notes().size() >= MOST) return refused(Refusal.TOO_MANY);
        return changed(with(room.with(note)), new NoteShared(note.on()));
    }

    Decision<WorkingGroup> share(String person, Room.Contact contact) {
        if (contact.equals(room.contacts().get(person))) return unchanged();
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        if (contact.on().isBefore(formed.on)) return refused(Refusal.BEFORE_THE_GROUP);
        if (room.contacts().size() >= MOST) return refused(Refusal.TOO_MANY);
        return changed(with(room.with(person, contact)), new ContactShared(person, contact.on()));
    }

    /// Consent can be taken back at any time, also by who has left the group, and ends with the person's name.
    Decision<WorkingGroup> withdrawContact(String person, LocalDate today) {
        return room.contacts().containsKey(person)
                ? changed(with(room.without(person)), new ContactWithdrawn(person, today))
                : unchanged();
    }

    Decision<WorkingGroup> drop(LocalDate date, String reason, LocalDate today) {
        if (!room.dates().contains(date)) return unchanged();
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        if (room.corrections().size() >= MOST) return refused(Refusal.TOO_MANY);
        var correction = new Correction("group-date", today, reason, date.toString());
        return changed(with(room.without(date, correction)), new DateWithdrawn(date));
    }

    Decision<WorkingGroup> find(LocalDate date) {
        if (room.dates().contains(date)) return unchanged();
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        if (date.isBefore(formed.on)) return refused(Refusal.BEFORE_THE_GROUP);
        if (room.dates().size() >= MOST) return refused(Refusal.TOO_MANY);
        return changed(with(room.with(date)), new DateFound(date));
    }

    Decision<WorkingGroup> report(Report report) {
        if (reports.contains(report)) return unchanged();
        if (report.on.isBefore(formed.on)) return refused(Refusal.BEFORE_THE_GROUP);
        if (reports.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(reports);
        all.add(report);
        return changed(
                new WorkingGroup(id, name, formed, fields, room, all, ended),
                new GroupReported(report.meeting, report.on));
    }

    public Decision<WorkingGroup> end(Decided by) {
        if (by.equals(ended)) return unchanged();
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        return changed(
                new WorkingGroup(id, name, formed, fields, room, reports, by),
                new GroupEnded(by.vote, by.on));
    }

    /// Without what the members share among themselves.
    public WorkingGroup forThePublic() {
        return with(Room.EMPTY);
    }

    private WorkingGroup with(Room next) {
        return new WorkingGroup(id, name, formed, fields, next, reports, ended);
    }
}
