package de.stadtforum.reporting.entries;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Something that happened, or stood from one day to another, and what was known of it when; days are those of the city.
///
/// @param subject the aggregate that told it
/// @param part of the aggregate that it concerns, as a seat; empty for the whole
/// @param on the day on which it happened or began
/// @param until the last day of what stood for a time; null while it stands, and for what happened on one day
/// @param marks what a measure chooses by or shows, by name
/// @param recorded the day on which it was told
/// @param withdrawn the day on which it was told to have been otherwise; null while it holds
public record Entry(
        EntryKind kind,
        String subject,
        String part,
        LocalDate on,
        @Nullable LocalDate until,
        SortedMap<String, String> marks,
        LocalDate recorded,
        @Nullable LocalDate withdrawn) {

    public boolean holds() {
        return withdrawn == null;
    }

    /// Whether it was known, and not known to be wrong, at the end of that day.
    public boolean knownOn(LocalDate day) {
        return !recorded.isAfter(day) && (withdrawn == null || withdrawn.isAfter(day));
    }

    /// It stood on that day.
    public boolean covers(LocalDate day) {
        return !day.isBefore(on) && (until == null || !day.isAfter(until));
    }

    /// Empty where it has no such mark.
    public String mark(String name) {
        return marks.getOrDefault(name, "");
    }

    public boolean is(String name, Enum<?> value) {
        return value.name().equals(marks.get(name));
    }

    Entry withdrawnOn(LocalDate day) {
        return new Entry(kind, subject, part, on, until, marks, recorded, day);
    }

    boolean says(
            EntryKind which,
            String of,
            LocalDate from,
            @Nullable LocalDate to,
            SortedMap<String, String> with) {
        return kind == which
                && part.equals(of)
                && on.equals(from)
                && Objects.equals(until, to)
                && marks.equals(with);
    }
}
