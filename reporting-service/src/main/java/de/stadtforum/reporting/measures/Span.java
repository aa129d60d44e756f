package de.stadtforum.reporting.measures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days that a measure is asked for, both included; what stands is asked for the last of them.
public record Span(LocalDate from, LocalDate until) {
    public Span {
        if (until.isBefore(from)) throw new IllegalArgumentException(from + " is after " + until);
    }

    public static Span upTo(LocalDate day) {
        return new Span(LocalDate.EPOCH, day);
    }

    public boolean covers(@Nullable LocalDate day) {
        return day != null && !day.isBefore(from) && !day.isAfter(until);
    }

    /// It came to pass by the last day.
    public boolean reached(@Nullable LocalDate day) {
        return day != null && !day.isAfter(until);
    }
}
