package de.stadtforum.session.groups;

import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A working group as a list names it, without its room.
///
/// @param formed on which day
/// @param fields of action that it works on
/// @param reports how often it reported to a meeting
/// @param ended on which day
record GroupLine(
        String id,
        String name,
        LocalDate formed,
        SortedSet<String> fields,
        int reports,
        @Nullable LocalDate ended) {
    static GroupLine of(WorkingGroup group) {
        var ended = group.ended();
        return new GroupLine(
                group.id(),
                group.name(),
                group.formed().on(),
                group.fields(),
                group.reports().size(),
                ended == null ? null : ended.on());
    }
}
