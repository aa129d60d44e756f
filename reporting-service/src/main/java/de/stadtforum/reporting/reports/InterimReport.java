package de.stadtforum.reporting.reports;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.reporting.ReportFact.DeliveryWithdrawn;
import de.stadtforum.contracts.reporting.ReportFact.ReportDelivered;
import de.stadtforum.contracts.reporting.ReportFact.ReportReleased;
import de.stadtforum.contracts.reporting.ReportFact.ReportWithdrawn;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.reporting.figures.HalfYear;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An interim report on one half-year: its figures are fixed with the release, then it is given to the committee by word of mouth (resolution 6.1).
///
/// @param figures canonical JSON (RFC 8785)
/// @param hash SHA-256 over it, in hex
/// @param ends where the log ended, by `topic/partition`: a replay up to there gives the same figures
/// @param delivered the day on which it was given to each body
/// @param withdrawnOn the day on which it was withdrawn: it stays readable, and its half-year is free for another
/// @param withdrawnFor why, in public words
/// @param corrections deliveries that were noted by mistake
public record InterimReport(
        String id,
        String halfYear,
        LocalDate releasedOn,
        int calculation,
        String figures,
        String hash,
        SortedMap<String, Long> ends,
        SortedMap<String, LocalDate> delivered,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnFor,
        List<Correction> corrections) {
    private static final String DELIVERY = "delivery";

    /// What was stored before a report could be withdrawn lacks these.
    @SuppressWarnings("NullAway")
    public InterimReport {
        corrections = corrections == null ? List.of() : corrections;
    }

    public enum Refusal implements Reason {
        /// This report was released for another half-year.
        RELEASED_FOR_ANOTHER_HALF_YEAR,
        /// This report was released on another day.
        RELEASED_ON_ANOTHER_DAY,
        /// Another report on this half-year was released.
        HALF_YEAR_REPORTED,
        /// The half-year is not over on the day of release.
        HALF_YEAR_NOT_OVER {
            @Override
            public String field() {
                return "on";
            }
        },
        /// There was nothing to report on before the assembly existed.
        HALF_YEAR_BEFORE_THE_PROCESS {
            @Override
            public String field() {
                return "halfYear";
            }
        },
        /// The report is withdrawn; another one on its half-year has an id of its own.
        REPORT_WITHDRAWN,
        /// The resolution names another body.
        NOT_OWED_TO_THIS_BODY {
            @Override
            public String field() {
                return "body";
            }
        },
        /// Nobody noted that the report was given to this body.
        NEVER_GIVEN,
        /// A report cannot be given before it was released.
        NOT_RELEASED_YET {
            @Override
            public String field() {
                return "on";
            }
        },
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

    /// Whether a half-year may be reported on that day: it is over, and the process had begun.
    ///
    /// @param begun the assembly's first day
    static Decision<InterimReport> reportable(HalfYear half, LocalDate on, LocalDate begun) {
        if (!on.isAfter(half.last())) return refused(Refusal.HALF_YEAR_NOT_OVER);
        return half.last().isBefore(begun)
                ? refused(Refusal.HALF_YEAR_BEFORE_THE_PROCESS)
                : unchanged();
    }

    public boolean withdrawn() {
        return withdrawnOn != null;
    }

    /// It was given to the committee and holds.
    public boolean counts() {
        return !withdrawn() && !delivered.isEmpty();
    }

    /// The same release once more.
    Decision<InterimReport> again(String half, LocalDate on) {
        if (withdrawn()) return refused(Refusal.REPORT_WITHDRAWN);
        if (!halfYear.equals(half)) return refused(Refusal.RELEASED_FOR_ANOTHER_HALF_YEAR);
        return releasedOn.equals(on) ? unchanged() : refused(Refusal.RELEASED_ON_ANOTHER_DAY);
    }

    Decision<InterimReport> provableWith(int newest) {
        return calculation <= newest ? unchanged() : refused(Refusal.OTHER_CALCULATION);
    }

    /// @param owedTo the committee that the resolution names
    Decision<InterimReport> deliver(String body, LocalDate on, String owedTo) {
        var given = delivered.get(body);
        if (given != null)
            return given.equals(on) ? unchanged() : refused(Refusal.GIVEN_ON_ANOTHER_DAY);
        if (withdrawn()) return refused(Refusal.REPORT_WITHDRAWN);
        if (!body.equals(owedTo)) return refused(Refusal.NOT_OWED_TO_THIS_BODY);
        if (on.isBefore(releasedOn)) return refused(Refusal.NOT_RELEASED_YET);
        var all = new TreeMap<>(delivered);
        all.put(body, on);
        return changed(
                with(all, withdrawnOn, withdrawnFor, corrections), new ReportDelivered(body, on));
    }

    Decision<InterimReport> withdrawDelivery(String body, String reason, LocalDate today) {
        var given = delivered.get(body);
        if (given == null)
            return corrections.stream().anyMatch(each -> each.reason().equals(reason))
                    ? unchanged()
                    : refused(Refusal.NEVER_GIVEN);
        var less = new TreeMap<>(delivered);
        less.remove(body);
        var all = new ArrayList<>(corrections);
        all.add(
                new Correction(
                        DELIVERY,
                        today,
                        reason,
                        DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN).format(given)));
        return changed(
                with(less, withdrawnOn, withdrawnFor, all), new DeliveryWithdrawn(body, today));
    }

    Decision<InterimReport> withdraw(String reason, LocalDate today) {
        if (withdrawn())
            return reason.equals(withdrawnFor) ? unchanged() : refused(Refusal.REPORT_WITHDRAWN);
        return changed(
                with(delivered, today, reason, corrections),
                new ReportWithdrawn(new PublicText(reason), today));
    }

    private InterimReport with(
            SortedMap<String, LocalDate> given,
            @Nullable LocalDate goneOn,
            @Nullable String goneFor,
            List<Correction> putRight) {
        return new InterimReport(
                id,
                halfYear,
                releasedOn,
                calculation,
                figures,
                hash,
                ends,
                given,
                goneOn,
                goneFor,
                putRight);
    }
}
