package de.stadtforum.contracts;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A topic of the log: its number of partitions is never changed, and facts are kept for ever.
public record Topic(String name, int partitions, SortedMap<String, String> config) {
    public static final String PERSONS = "stadtforum.persons";
    private static final int PARTITIONS = 12;
    private static final String HOUR = "3600000";
    private static final String DAY = "86400000";

    /// Facts of one teller.
    static Topic ofFacts(String name) {
        return new Topic(
                name,
                PARTITIONS,
                new TreeMap<>(
                        Map.of(
                                "cleanup.policy",
                                "delete",
                                "retention.bytes",
                                "-1",
                                "retention.ms",
                                "-1")));
    }

    /// Whole states of persons: only the newest of each stays, so an erasure takes effect within a day.
    static Topic ofPersons() {
        return new Topic(
                PERSONS,
                PARTITIONS,
                new TreeMap<>(
                        Map.of(
                                "cleanup.policy",
                                "compact",
                                "max.compaction.lag.ms",
                                DAY,
                                "segment.ms",
                                HOUR)));
    }
}
