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
import de.stadtforum.messaging.feeds.DroppedFact;
import de.stadtforum.messaging.replay.ReplayPoint;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.figures.Proof;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An interim report on a period, which for those that are owed is a half-year: its figures are fixed with the release, then it is given to the committee by word of mouth (resolution 6.1).
///
/// @param halfYear the name of its period, see [Period#name]: reports were on half-years first
/// @param figures canonical JSON (RFC 8785)
/// @param hash SHA-256 over it, in hex
/// @param ends where the log ended, by `topic/partition`: a replay up to there gives the same figures
/// @param folds the version of each fold that the facts went through, by feed; empty where it was released before that was noted
/// @param files SHA-256 of each data file that the figures depend on, by name; empty where it was released before that was noted
/// @param drops the facts that an operator had dropped by then; null where it was released before that was noted
/// @param delivered the day on which it was given to each body
/// @param withdrawnOn the day on which it was withdrawn: it stays readable, and its half-year is free for another
/// @param withdrawnFor why, in public words
/// @param corrections deliveries that were noted by mistake
/// @param recalculations the last twenty, the newest last
/// @param reportsOn the period on which it is *the* report: only one is; null where it is withdrawn, or of a program before claims
public record InterimReport(
        String id,
        String halfYear,
        LocalDate releasedOn,
        int calculation,
        String figures,
        String hash,
        SortedMap<String, Long> ends,
        SortedMap<String, Integer> folds,
        SortedMap<String, String> files,
        @Nullable List<DroppedFact> drops,
        SortedMap<String, LocalDate> delivered,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnFor,
        List<Correction> corrections,
        List<Recalculation> recalculations,
        @Nullable String reportsOn) {
    private static final String DELIVERY = "delivery";
    private static final int KEPT = 20;

    /// What was stored by older programs lacks some of these.
    @SuppressWarnings("NullAway")
    public InterimReport {
        folds = folds == null ? new TreeMap<>() : folds;
        files = files == null ? new TreeMap<>() : files;
        corrections = corrections == null ? List.of() : corrections;
        recalculations = recalculations == null ? List.of() : recalculations;
    }

    /// A report as it is released.
    static InterimReport fresh(
            String id,
            Period period,
            LocalDate on,
            int calculation,
            Proof proof,
            ReplayPoint point,
            SortedMap<String, String> files) {
        return new InterimReport(
                id,
                period.name(),
                on,
                calculation,
                proof.json(),
                proof.hash(),
                point.ends(),
                point.folds(),
                files,
                point.drops(),
                new TreeMap<>(),
                null,
                null,
                List.of(),
                List.of(),
                period.name());
    }

    public Period period() {
        return Period.of(halfYear)
                .orElseThrow(() -> new IllegalStateException(halfYear + " is no period"));
    }

    /// What a replay needs to come to the same.
    ReplayPoint point() {
        return new ReplayPoint(ends, folds, drops);
    }

    public enum Refusal implements Reason {
        /// This report was released, or is being released, for another period.
        RELEASED_FOR_ANOTHER_HALF_YEAR,
        /// This report was released on another day.
        RELEASED_ON_ANOTHER_DAY,
        /// Another report on this period was released, or is being released.
        HALF_YEAR_REPORTED,
        /// The period is not over on the day of release.
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
                return "period";
            }
        },
        /// The report is withdrawn; another one on its period has an id of its own.
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
        GIVEN_ON_ANOTHER_DAY
    }

    static Decision<InterimReport> release(@Nullable InterimReport existing, InterimReport fresh) {
        if (existing != null) return existing.again(fresh.period(), fresh.releasedOn);
        return changed(
                fresh,
                new ReportReleased(
                        fresh.halfYear,
                        fresh.calculation,
                        fresh.hash,
                        fresh.releasedOn,
                        fresh.period().from(),
                        fresh.period().until()));
    }

    /// Whether a period may be reported on that day: it is over, and the process had begun before it ended.
    ///
    /// @param begun the assembly's first day
    static Decision<InterimReport> reportable(Period period, LocalDate on, LocalDate begun) {
        if (!period.over(on)) return refused(Refusal.HALF_YEAR_NOT_OVER);
        return period.until().isBefore(begun)
                ? refused(Refusal.HALF_YEAR_BEFORE_THE_PROCESS)
                : unchanged();
    }

    /// On one period there is one report that holds. Periods that differ may overlap: a quarter lies in a half-year, and two halves or two
    /// quarters that differ never meet.
    boolean standsInTheWayOf(String other, Period period) {
        return !withdrawn() && !id.equals(other) && period().equals(period);
    }

    public boolean withdrawn() {
        return withdrawnOn != null;
    }

    /// It was given to the committee and holds.
    public boolean counts() {
        return !withdrawn() && !delivered.isEmpty();
    }

    /// The same release once more.
    Decision<InterimReport> again(Period period, LocalDate on) {
        if (withdrawn()) return refused(Refusal.REPORT_WITHDRAWN);
        return sameAs(period(), releasedOn, period, on);
    }

    /// The same command for the same report, whether it is released or about to be.
    static Decision<InterimReport> sameAs(
            Period before, LocalDate beforeOn, Period period, LocalDate on) {
        if (!before.equals(period)) return refused(Refusal.RELEASED_FOR_ANOTHER_HALF_YEAR);
        return beforeOn.equals(on) ? unchanged() : refused(Refusal.RELEASED_ON_ANOTHER_DAY);
    }

    /// Nobody is told: the report is what it was.
    Decision<InterimReport> recalculated(Recalculation result) {
        var all = new ArrayList<>(recalculations);
        all.add(result);
        return changed(
                with(
                        delivered,
                        withdrawnOn,
                        withdrawnFor,
                        corrections,
                        all.subList(Math.max(0, all.size() - KEPT), all.size())));
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
                with(all, withdrawnOn, withdrawnFor, corrections, recalculations),
                new ReportDelivered(body, on));
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
                with(less, withdrawnOn, withdrawnFor, all, recalculations),
                new DeliveryWithdrawn(body, today));
    }

    Decision<InterimReport> withdraw(String reason, LocalDate today) {
        if (withdrawn())
            return reason.equals(withdrawnFor) ? unchanged() : refused(Refusal.REPORT_WITHDRAWN);
        return changed(
                with(delivered, today, reason, corrections, recalculations),
                new ReportWithdrawn(new PublicText(reason), today));
    }

    private InterimReport with(
            SortedMap<String, LocalDate> given,
            @Nullable LocalDate goneOn,
            @Nullable String goneFor,
            List<Correction> putRight,
            List<Recalculation> again) {
        return new InterimReport(
                id,
                halfYear,
                releasedOn,
                calculation,
                figures,
                hash,
                ends,
                folds,
                files,
                drops,
                given,
                goneOn,
                goneFor,
                putRight,
                List.copyOf(again),
                goneOn == null ? reportsOn : null);
    }
}
