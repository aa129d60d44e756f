package de.stadtforum.session.groups;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.GroupFact.ContactShared;
import de.stadtforum.contracts.session.GroupFact.ContactWithdrawn;
import de.stadtforum.contracts.session.GroupFact.DateFound;
import de.stadtforum.contracts.session.GroupFact.DateWithdrawn;
import de.stadtforum.contracts.session.GroupFact.FieldAssigned;
import de.stadtforum.contracts.session.GroupFact.FieldAssignmentWithdrawn;
import de.stadtforum.contracts.session.GroupFact.GroupEnded;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.GroupFact.GroupReportWithdrawn;
import de.stadtforum.contracts.session.GroupFact.GroupReported;
import de.stadtforum.contracts.session.GroupFact.NoteShared;
import de.stadtforum.contracts.session.GroupFact.NoteWithdrawn;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A working group is formed and ended by decision, works on named fields of action only and reports back (resolution 4.1 to 4.4).
///
/// @param ofTheDecision the fields that it was formed for; they stay
public record WorkingGroup(
        String id,
        String name,
        Decided formed,
        SortedSet<String> fields,
        Room room,
        List<Report> reports,
        @Nullable Decided ended,
        SortedSet<String> ofTheDecision,
        List<Correction> corrections) {
    static final int MOST = 500;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        BEFORE_THE_GROUP,
        GROUP_ENDED,
        FIELD_UNKNOWN,
        NOTE_UNKNOWN,
        FIELD_OF_THE_DECISION,
        FIELD_NOT_ASSIGNED,
        REPORT_UNKNOWN,
        TOO_MANY
    }

    public record Decided(String vote, LocalDate on) {}

    public record Report(String meeting, LocalDate on) {}

    /// Yesterday's groups know of no corrections, and not which fields came later.
    @SuppressWarnings("ConstantValue")
    public WorkingGroup {
        reports = List.copyOf(reports);
        ofTheDecision = ofTheDecision == null ? fields : ofTheDecision;
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
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
                new WorkingGroup(
                        id, name, by, assigned, Room.EMPTY, List.of(), null, assigned, List.of()),
                facts);
    }

    Decision<WorkingGroup> assign(String field, LocalDate on) {
        if (fields.contains(field)) return unchanged();
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        if (on.isBefore(formed.on)) return refused(Refusal.BEFORE_THE_GROUP);
        if (fields.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new TreeSet<>(fields);
        all.add(field);
        return changed(
                new WorkingGroup(
                        id, name, formed, all, room, reports, null, ofTheDecision, corrections),
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
                new WorkingGroup(
                        id, name, formed, fields, room, all, ended, ofTheDecision, corrections),
                new GroupReported(report.meeting, report.on));
    }

    /// The words go; that there was a note, and why it was taken out, stays.
    Decision<WorkingGroup> withdrawNote(String note, String reason, LocalDate today) {
        var known = room.note(note);
        if (known == null)
            return said(room.corrections(), "group-note", reason)
                    ? unchanged()
                    : refused(Refusal.NOTE_UNKNOWN);
        if (room.corrections().size() >= MOST) return refused(Refusal.TOO_MANY);
        var correction = new Correction("group-note", today, reason, null);
        return changed(with(room.without(known, correction)), new NoteWithdrawn(today));
    }

    /// Assigned by mistake; what the group was formed for stays.
    Decision<WorkingGroup> withdrawField(String field, String reason, LocalDate today) {
        if (!fields.contains(field))
            return said(corrections, "group-field", reason)
                    ? unchanged()
                    : refused(Refusal.FIELD_NOT_ASSIGNED);
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        if (ofTheDecision.contains(field)) return refused(Refusal.FIELD_OF_THE_DECISION);
        var rest = new TreeSet<>(fields);
        rest.remove(field);
        return corrected(
                rest, reports, "group-field", reason, today, new FieldAssignmentWithdrawn(field));
    }

    Decision<WorkingGroup> withdrawReport(Report report, String reason, LocalDate today) {
        if (!reports.contains(report))
            return said(corrections, "group-report", reason)
                    ? unchanged()
                    : refused(Refusal.REPORT_UNKNOWN);
        var rest = new ArrayList<>(reports);
        rest.remove(report);
        return corrected(
                fields,
                rest,
                "group-report",
                reason,
                today,
                new GroupReportWithdrawn(report.meeting, report.on));
    }

    private static boolean said(List<Correction> corrections, String act, String reason) {
        return corrections.stream()
                .anyMatch(each -> each.act().equals(act) && each.reason().equals(reason));
    }

    private Decision<WorkingGroup> corrected(
            SortedSet<String> assigned,
            List<Report> reported,
            String act,
            String reason,
            LocalDate today,
            GroupFact told) {
        if (corrections.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(corrections);
        all.add(new Correction(act, today, reason, null));
        return changed(
                new WorkingGroup(
                        id, name, formed, assigned, room, reported, ended, ofTheDecision, all),
                told);
    }

    public Decision<WorkingGroup> end(Decided by) {
        if (by.equals(ended)) return unchanged();
        if (ended != null) return refused(Refusal.GROUP_ENDED);
        return changed(
                new WorkingGroup(
                        id, name, formed, fields, room, reports, by, ofTheDecision, corrections),
                new GroupEnded(by.vote, by.on));
    }

    /// Without what the members share among themselves.
    public WorkingGroup forThePublic() {
        return with(Room.EMPTY);
    }

    private WorkingGroup with(Room next) {
        return new WorkingGroup(
                id, name, formed, fields, next, reports, ended, ofTheDecision, corrections);
    }
}
