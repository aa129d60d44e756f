package de.stadtforum.session.fields;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A field of action as a list names it.
///
/// @param lab the neighbourhood lab that it grew from
/// @param vote that named it
/// @param shapes how often it was shaped
record FieldLine(
        String id, String title, @Nullable String lab, String vote, LocalDate on, int shapes) {
    static FieldLine of(FieldOfAction field) {
        return new FieldLine(
                field.id(),
                field.title(),
                field.lab(),
                field.vote(),
                field.on(),
                field.shapes().size());
    }
}
