package de.stadtforum.testing.green.voting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Plain, ordered, and told the time; one element or none has an order.
record Vote(Instant closedAt, Set<String> entitled, SortedMap<String, String> ballots) {
    static final Set<String> NOBODY = Set.of();
    static final Map<String, Integer> ONE = Map.of("one", 1);

    Vote {
        entitled = Collections.unmodifiableSet(new TreeSet<>(entitled));
        ballots = new TreeMap<>(ballots);
    }

    LocalDate day(Clock clock) {
        return LocalDate.now(clock);
    }
}
