package de.stadtforum.membership.bodies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Days from the first to the last, both included; without a last day it goes on.
record Period(LocalDate from, @Nullable LocalDate until) {
    static Period since(LocalDate from) {
        return new Period(from, null);
    }

    boolean contains(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }

    Period endingOn(@Nullable LocalDate last) {
        return new Period(from, last);
    }

    /// Whether some day lies in all of them.
    static boolean meet(Period... periods) {
        var latestStart =
                Stream.of(periods).map(Period::from).max(Comparator.naturalOrder()).orElseThrow();
        return Stream.of(periods).allMatch(each -> each.contains(latestStart));
    }
}
