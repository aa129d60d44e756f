package de.stadtforum.lab.tool;

import java.time.LocalDate;

/// An edition of the statement as a list names it, without its text.
///
/// @param on when it was made
/// @param presented before how many bodies
record ToolLine(String id, int edition, LocalDate on, int presented) {
    static ToolLine of(ToolStatement statement) {
        return new ToolLine(
                statement.id(),
                statement.edition(),
                statement.on(),
                statement.presentations().byBody().size());
    }
}
