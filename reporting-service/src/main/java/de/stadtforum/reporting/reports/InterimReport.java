package de.stadtforum.reporting.reports;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.reporting.ReportFact.ReportDelivered;
import de.stadtforum.contracts.reporting.ReportFact.ReportReleased;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An interim report on one half-year: its figures are fixed with the release, then it is given to the committee by word of mouth (resolution 6.1).
///
/// @param figures canonical JSON (RFC 8785)
/// @param hash SHA-256 over it, in hex
/// @param ends where the log ended, by `topic/partition`: a replay up to there gives the same figures
/// @param delivered the day on which it was given to each body
public record InterimReport(
        String id,
        String halfYear,
        LocalDate releasedOn,
        int calculation,
        String figures,
        String hash,
        SortedMap<String, Long> ends,
        SortedMap<String, LocalDate> delivered) {
    public enum Refusal implements Reason {
        /// This report was released for another half-year.
        RELEASED_FOR_ANOTHER_HALF_YEAR,
        /// This report was released on another day.
        RELEASED_ON_ANOTHER_DAY,
        /// Another report on this half-year was released.
        HALF_YEAR_REPORTED,
        /// The half-year is not over on the day of release.
        HALF_YEAR_NOT_OVER,
        /// A report cannot be given before it was released.
        NOT_RELEASED_YET,
        /// The report was given to this body on another day.
        GIVEN_ON_ANOTHER_DAY,
        /// This program has another version of the calculation, so it can neither prove nor disprove the hash.
        OTHER_CALCULATION
    }

    static Decision<InterimReport> release(@Nullable InterimReport existing, InterimReport fresh) {
        if (existing != null) return existing.again(fresh.halfYear, fresh.releasedOn);
        return changed(
                fresh,
                new ReportReleased(
                        fresh.halfYear, fresh.calculation, fresh.hash, fresh.releasedOn));
    }

    /// The same release once more.
    Decision<InterimReport> again(String half, LocalDate on) {
        if (!halfYear.equals(half)) return refused(Refusal.RELEASED_FOR_ANOTHER_HALF_YEAR);
        return releasedOn.equals(on) ? unchanged() : refused(Refusal.RELEASED_ON_ANOTHER_DAY);
    }

    Decision<InterimReport> provableWith(int version) {
        return calculation == version ? unchanged() : refused(Refusal.OTHER_CALCULATION);
    }

    Decision<InterimReport> deliver(String body, LocalDate on) {
        var given = delivered.get(body);
        if (given != null)
            return given.equals(on) ? unchanged() : refused(Refusal.GIVEN_ON_ANOTHER_DAY);
        if (on.isBefore(releasedOn)) return refused(Refusal.NOT_RELEASED_YET);
        var all = new TreeMap<>(delivered);
        all.put(body, on);
        return changed(
                new InterimReport(id, halfYear, releasedOn, calculation, figures, hash, ends, all),
                new ReportDelivered(body, on));
    }
}
