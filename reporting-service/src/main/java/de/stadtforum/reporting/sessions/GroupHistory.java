package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.GroupFact.ContactShared;
import de.stadtforum.contracts.session.GroupFact.DateFound;
import de.stadtforum.contracts.session.GroupFact.FieldAssigned;
import de.stadtforum.contracts.session.GroupFact.GroupEnded;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.GroupFact.GroupReported;
import de.stadtforum.contracts.session.GroupFact.NoteShared;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A working group as its facts tell it.
///
/// @param shared notes, contacts and dates in its room
/// @param reports how often it reported back
public record GroupHistory(
        String name,
        @Nullable LocalDate formedOn,
        @Nullable LocalDate endedOn,
        SortedSet<String> fields,
        int shared,
        int reports) {
    public static final GroupHistory NONE = new GroupHistory("", null, null, new TreeSet<>(), 0, 0);

    public GroupHistory after(GroupFact fact) {
        return switch (fact) {
            case GroupFormed it ->
                    new GroupHistory(it.name().text(), it.on(), endedOn, fields, shared, reports);
            case FieldAssigned it -> {
                var more = new TreeSet<>(fields);
                more.add(it.field());
                yield new GroupHistory(name, formedOn, endedOn, more, shared, reports);
            }
            case NoteShared _, ContactShared _, DateFound _ ->
                    new GroupHistory(name, formedOn, endedOn, fields, shared + 1, reports);
            case GroupReported _ ->
                    new GroupHistory(name, formedOn, endedOn, fields, shared, reports + 1);
            case GroupEnded it ->
                    new GroupHistory(name, formedOn, it.on(), fields, shared, reports);
        };
    }
}
