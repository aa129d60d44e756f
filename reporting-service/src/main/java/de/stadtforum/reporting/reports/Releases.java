package de.stadtforum.reporting.reports;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.PlatformClock;
import de.stadtforum.messaging.Replays;
import de.stadtforum.reporting.Histories;
import de.stadtforum.reporting.figures.Calculation;
import de.stadtforum.reporting.figures.Districts;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.HalfYear;
import de.stadtforum.reporting.figures.Proof;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Releases a report from a replay of the log up to its ends, and proves it by doing the same again.
@Component
class Releases {
    private final AggregateStore<InterimReport> reports;
    private final Replays replays;
    private final HalfYearClaims claims;
    private final Histories histories;
    private final Renderings renderings;
    private final Clock clock;
    private final HalfYear first;
    private final Districts districts = Districts.read();

    Releases(
            AggregateStore<InterimReport> reports,
            Replays replays,
            HalfYearClaims claims,
            Histories histories,
            Renderings renderings,
            Clock clock,
            @Value("${stadtforum.reports.from}") String from) {
        this.clock = clock;
        this.first = HalfYear.of(from).orElseThrow();
        this.reports = reports;
        this.replays = replays;
        this.claims = claims;
        this.histories = histories;
        this.renderings = renderings;
    }

    /// The figures as of now, not fixed and without proof.
    Figures preview(HalfYear half) {
        return new Calculation(histories.now(), half, districts).figures();
    }

    Decision<InterimReport> release(String id, HalfYear half, LocalDate on) {
        if (reports.find(id).isPresent())
            return reports.decide(id, known -> known.again(half.toString(), on));
        if (!on.isAfter(half.last()) || !today().isAfter(half.last()))
            return Decision.refused(InterimReport.Refusal.HALF_YEAR_NOT_OVER);
        if (half.first().isBefore(first.first()))
            return Decision.refused(InterimReport.Refusal.HALF_YEAR_BEFORE_THE_PROCESS);
        if (!claims.hold(half, id))
            return Decision.refused(InterimReport.Refusal.HALF_YEAR_REPORTED);
        var ends = replays.ends();
        var figures = replayed(ends, half, Calculation.VERSION, id);
        var proof = Proof.of(figures);
        var fresh =
                new InterimReport(
                        id,
                        half.toString(),
                        on,
                        Calculation.VERSION,
                        proof.json(),
                        proof.hash(),
                        ends,
                        new TreeMap<>(),
                        null,
                        java.util.List.of());
        renderings.keep(fresh, figures);
        return reports.create(id, known -> InterimReport.release(known, fresh));
    }

    Decision<InterimReport> withdraw(String id, String reason) {
        var decision = reports.decide(id, report -> report.withdraw(reason, today()));
        if (!(decision instanceof Decision.Refused))
            // also when it was withdrawn before: a crash in between leaves no claim behind
            reports.find(id)
                    .ifPresent(report ->
                            claims.free(HalfYear.of(report.halfYear()).orElseThrow(), id));
        return decision;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    /// The half-years that are over and have no report, the oldest first.
    java.util.List<HalfYear> open() {
        var reported = new TreeSet<String>();
        all().stream().filter(InterimReport::holds).forEach(it -> reported.add(it.halfYear()));
        var open = new ArrayList<HalfYear>();
        for (var half = first; half.last().isBefore(today()); half = half.next())
            if (!reported.contains(half.toString())) open.add(half);
        return open;
    }

    /// The id for the next report on this half-year: one that was withdrawn keeps its own.
    String idFor(HalfYear half) {
        var id = "bericht-" + half.toString().toLowerCase(Locale.ROOT);
        var taken = all().stream().filter(it -> it.halfYear().equals(half.toString())).toList();
        var withdrawn = taken.stream().filter(it -> !it.holds()).count();
        return withdrawn == 0 ? id : id + "-" + (withdrawn + 1);
    }

    /// The canonical JSON that a replay up to the recorded ends gives today.
    Proof prove(InterimReport report) {
        var half = HalfYear.of(report.halfYear()).orElseThrow();
        return Proof.of(
                replayed(report.ends(), half, report.calculation(), "proof-" + report.id()));
    }

    private Figures replayed(
            SortedMap<String, Long> ends, HalfYear half, int calculation, String label) {
        try (var snapshot =
                replays.upTo(
                        ends,
                        histories.all(),
                        label + "-" + Long.toString(System.nanoTime(), 36))) {
            return new Calculation(calculation, histories.at(snapshot), half, districts).figures();
        }
    }

    java.util.List<InterimReport> all() {
        return reports.list(Filters.empty(), Sorts.descending("state.halfYear"));
    }
}
