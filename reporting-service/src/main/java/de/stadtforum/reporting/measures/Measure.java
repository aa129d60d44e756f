package de.stadtforum.reporting.measures;

import de.stadtforum.reporting.entries.Knowledge;

/// A number of the ledger and of reports, computed from what is known and nothing else: no clock, no store.
///
/// @param <R> a record; its numbers, days and lists are what thresholds and wordings name, its `evidence` is what the reader may open
@FunctionalInterface
public interface Measure<R extends Record> {
    /// @throws IllegalArgumentException where a parameter is missing or has a value that the measure does not know
    R of(Knowledge known, Span span, Parameters parameters);
}
