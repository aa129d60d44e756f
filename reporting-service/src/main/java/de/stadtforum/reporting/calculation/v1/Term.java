package de.stadtforum.reporting.calculation.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person filled a seat from one day to another; who it was, a report does not say.
///
/// @param until the last day; null while it lasts
public record Term(String person, LocalDate from, @Nullable LocalDate until) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    Term endedBy(LocalDate last) {
        return until == null || until.isAfter(last) ? new Term(person, from, last) : this;
    }
}
