package de.stadtforum.reporting.reports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody had a released report computed anew from the log: when, who by their task, and what came of it.
///
/// @param hash that came out; null where it could not be computed
/// @param why it could not be computed; null where it could
/// @param about the copy, data file or version that is meant with `why`
public record Recalculation(
        LocalDate on,
        By by,
        Outcome outcome,
        @Nullable String hash,
        @Nullable Obstacle why,
        @Nullable String about) {
    /// Whose wish it was: a task, never a name.
    public enum By {
        COMMITTEE,
        REPORTER,
        SECRETARIAT,
        OPERATOR
    }

    public enum Outcome {
        SAME_HASH,
        OTHER_HASH,
        NOT_COMPUTABLE
    }

    /// Why a report cannot be computed any more.
    public enum Obstacle {
        /// The program does not have the version of the calculation.
        CALCULATION_NOT_KEPT,
        /// The program does not have a fold in the version that the report went through.
        FOLD_NOT_KEPT,
        /// The bytes of a data file are gone.
        FILE_NOT_KEPT,
        /// The log ends before the point that the report was computed up to: a copy of an earlier day.
        LOG_TOO_SHORT
    }

    static Recalculation computed(LocalDate on, By by, String hash, String released) {
        var outcome = hash.equals(released) ? Outcome.SAME_HASH : Outcome.OTHER_HASH;
        return new Recalculation(on, by, outcome, hash, null, null);
    }

    static Recalculation impossible(LocalDate on, By by, Obstacle why, String about) {
        return new Recalculation(on, by, Outcome.NOT_COMPUTABLE, null, why, about);
    }
}
