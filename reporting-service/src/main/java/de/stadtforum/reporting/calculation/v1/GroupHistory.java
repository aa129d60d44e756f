package de.stadtforum.reporting.calculation.v1;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A working group as its facts tell it.
///
/// @param shared notes, contacts and dates in its room
/// @param fields the day on which each field was assigned
/// @param reports the days on which it reported back
public record GroupHistory(
        String name,
        @Nullable LocalDate formedOn,
        @Nullable LocalDate endedOn,
        SortedMap<String, LocalDate> fields,
        int shared,
        List<LocalDate> reports) {
    public static final GroupHistory NONE =
            new GroupHistory("", null, null, new TreeMap<>(), 0, List.of());

    public GroupHistory after(GroupFact fact) {
        return switch (fact) {
            case GroupFormed it ->
                    new GroupHistory(it.name().text(), it.on(), endedOn, fields, shared, reports);
            case FieldAssigned it -> {
                var more = new TreeMap<>(fields);
                more.putIfAbsent(it.field(), it.on());
                yield new GroupHistory(name, formedOn, endedOn, more, shared, reports);
            }
            case NoteShared _, ContactShared _, DateFound _ ->
                    new GroupHistory(name, formedOn, endedOn, fields, shared + 1, reports);
            case FieldAssignmentWithdrawn it -> {
                var less = new TreeMap<>(fields);
                less.remove(it.field());
                yield new GroupHistory(name, formedOn, endedOn, less, shared, reports);
            }
            case GroupReportWithdrawn it -> {
                var less = new ArrayList<>(reports);
                less.remove(it.on());
                yield new GroupHistory(name, formedOn, endedOn, fields, shared, less);
            }
            case NoteWithdrawn _, DateWithdrawn _, ContactWithdrawn _ ->
                    new GroupHistory(name, formedOn, endedOn, fields, shared - 1, reports);
            case GroupReported it -> {
                var more = new ArrayList<>(reports);
                more.add(it.on());
                yield new GroupHistory(name, formedOn, endedOn, fields, shared, more);
            }
            case GroupEnded it ->
                    new GroupHistory(name, formedOn, it.on(), fields, shared, reports);
        };
    }
}
