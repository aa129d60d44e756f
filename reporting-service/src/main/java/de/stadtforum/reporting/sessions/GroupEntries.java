package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.PLAIN;
import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.GROUP;
import static de.stadtforum.reporting.entries.EntryKind.GROUP_FIELD;
import static de.stadtforum.reporting.entries.EntryKind.GROUP_REPORTED;
import static de.stadtforum.reporting.entries.EntryKind.GROUP_SHARED;

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
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.Entry;
import java.util.function.Predicate;

/// What a working group did, dated.
public final class GroupEntries {
    private GroupEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<GroupFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case GroupFormed it -> change.set(GROUP, "", it.on(), marks("name", it.name().text()));
            case GroupEnded it ->
                    change.last(GROUP).ifPresent(group -> change.until(group, it.on()));
            case FieldAssigned it -> {
                if (change.last(GROUP_FIELD, it.field()).isEmpty())
                    change.add(GROUP_FIELD, it.field(), it.on(), null, PLAIN);
            }
            case FieldAssignmentWithdrawn it ->
                    change.withdraw(GROUP_FIELD, each -> each.part().equals(it.field()));
            case NoteShared it -> change.add(GROUP_SHARED, "note", it.on(), null, PLAIN);
            case NoteWithdrawn _ -> change.withdrawLast(GROUP_SHARED, of("note"));
            case ContactShared it -> change.add(GROUP_SHARED, "contact", it.on(), null, PLAIN);
            case ContactWithdrawn _ -> change.withdrawLast(GROUP_SHARED, of("contact"));
            // the day that was found lies ahead: it was found today
            case DateFound _ -> change.add(GROUP_SHARED, "date", change.today(), null, PLAIN);
            case DateWithdrawn _ -> change.withdrawLast(GROUP_SHARED, of("date"));
            case GroupReported it -> change.add(GROUP_REPORTED, it.meeting(), it.on(), null, PLAIN);
            case GroupReportWithdrawn it ->
                    change.withdrawLast(
                            GROUP_REPORTED,
                            each -> each.part().equals(it.meeting()) && each.on().equals(it.on()));
        }
        return change.done();
    }

    private static Predicate<Entry> of(String shared) {
        return each -> each.part().equals(shared);
    }
}
