package de.stadtforum.reporting.reports;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.reporting.ReportFact.DeliveryWithdrawn;
import de.stadtforum.contracts.reporting.ReportFact.ReportDelivered;
import de.stadtforum.contracts.reporting.ReportFact.ReportReleased;
import de.stadtforum.contracts.reporting.ReportFact.ReportWithdrawn;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An interim report on one half-year: its figures are fixed with the release, then it is given to the committee by word of mouth (resolution 6.1).
///
/// @param figures canonical JSON (RFC 8785)
/// @param hash SHA-256 over it, in hex
/// @param ends where the log ended, by `topic/partition`: a replay up to there gives the same figures
/// @param delivered the day on which it was given to each body
/// @param withdrawn since when it no longer counts; it stays readable, marked
/// @param corrections what was put right: a delivery, the report itself
public record InterimReport(
        String id,
        String halfYear,
        LocalDate releasedOn,
        int calculation,
        String figures,
        String hash,
        SortedMap<String, Long> ends,
        SortedMap<String, LocalDate> delivered,
        @Nullable LocalDate withdrawn,
        List<Correction> corrections) {
    static final int MOST_CORRECTIONS = 100;

    // yesterday's documents have no corrections
    @SuppressWarnings("ConstantValue")
    public InterimReport {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    public enum Refusal implements Reason {
        /// This report was released for another half-year.
        RELEASED_FOR_ANOTHER_HALF_YEAR,
        /// This report was released on another day.
        RELEASED_ON_ANOTHER_DAY,
        /// Another report on this half-year was released.
        HALF_YEAR_REPORTED,
        /// The half-year is not over on the day of release.
        HALF_YEAR_NOT_OVER,
        /// The process had not begun: no report is owed on this half-year.
        HALF_YEAR_BEFORE_THE_PROCESS,
        /// The report is owed to another body.
        OWED_TO_ANOTHER_BODY,
        /// It was given to nobody there.
        NOT_DELIVERED,
        /// The report was withdrawn: nothing about it is recorded any more.
        REPORT_WITHDRAWN,
        TOO_MANY,
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

    Decision<InterimReport> provableUpTo(int version) {
        return calculation <= version ? unchanged() : refused(Refusal.OTHER_CALCULATION);
    }

    /// @param owedTo the body that the report is owed to (resolution 6.1)
    Decision<InterimReport> deliver(String body, LocalDate on, String owedTo) {
        var given = delivered.get(body);
        if (given != null)
            return given.equals(on) ? unchanged() : refused(Refusal.GIVEN_ON_ANOTHER_DAY);
        if (withdrawn != null) return refused(Refusal.REPORT_WITHDRAWN);
        if (!body.equals(owedTo)) return refused(Refusal.OWED_TO_ANOTHER_BODY);
        if (on.isBefore(releasedOn)) return refused(Refusal.NOT_RELEASED_YET);
        var all = new TreeMap<>(delivered);
        all.put(body, on);
        return changed(with(all, withdrawn, corrections), new ReportDelivered(body, on));
    }

    /// It was not given to that body, or not on that day: then it is recorded anew.
    Decision<InterimReport> withdrawDelivery(String body, String reason, LocalDate today) {
        var given = delivered.get(body);
        if (given == null)
            return corrections.stream().anyMatch(each -> each.act().equals("delivery"))
                    ? unchanged()
                    : refused(Refusal.NOT_DELIVERED);
        if (withdrawn != null) return refused(Refusal.REPORT_WITHDRAWN);
        if (corrections.size() >= MOST_CORRECTIONS) return refused(Refusal.TOO_MANY);
        var fewer = new TreeMap<>(delivered);
        fewer.remove(body);
        var all = and(new Correction("delivery", today, reason, given.toString()));
        return changed(with(fewer, null, all), new DeliveryWithdrawn(body, today));
    }

    /// It was wrong. It stays readable, marked, and its half-year is free for another.
    Decision<InterimReport> withdraw(String reason, LocalDate today) {
        if (withdrawn != null) return unchanged();
        var all = and(new Correction("report-withdrawn", today, reason, null));
        return changed(
                with(delivered, today, all), new ReportWithdrawn(new PublicText(reason), today));
    }

    public boolean holds() {
        return withdrawn == null;
    }

    private List<Correction> and(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return all;
    }

    private InterimReport with(
            SortedMap<String, LocalDate> given,
            @Nullable LocalDate gone,
            List<Correction> corrected) {
        return new InterimReport(
                id, halfYear, releasedOn, calculation, figures, hash, ends, given, gone, corrected);
    }
}
