package de.stadtforum.reporting.reports;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Replays;
import de.stadtforum.reporting.Histories;
import de.stadtforum.reporting.figures.Calculation;
import de.stadtforum.reporting.figures.Districts;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.HalfYear;
import de.stadtforum.reporting.figures.Proof;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Releases a report from a replay of the log up to its ends, and proves it by doing the same again.
@Component
class Releases {
    private final AggregateStore<InterimReport> reports;
    private final Replays replays;
    private final HalfYearClaims claims;
    private final Histories histories;
    private final Renderings renderings;
    private final Districts districts = Districts.read();

    Releases(
            AggregateStore<InterimReport> reports,
            Replays replays,
            HalfYearClaims claims,
            Histories histories,
            Renderings renderings) {
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
        if (!on.isAfter(half.last()))
            return Decision.refused(InterimReport.Refusal.HALF_YEAR_NOT_OVER);
        if (!claims.hold(half, id))
            return Decision.refused(InterimReport.Refusal.HALF_YEAR_REPORTED);
        var ends = replays.ends();
        var figures = replayed(ends, half, id);
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
                        new TreeMap<>());
        renderings.keep(fresh, figures);
        return reports.create(id, known -> InterimReport.release(known, fresh));
    }

    /// The canonical JSON that a replay up to the recorded ends gives today.
    Proof prove(InterimReport report) {
        var half = HalfYear.of(report.halfYear()).orElseThrow();
        return Proof.of(replayed(report.ends(), half, "proof-" + report.id()));
    }

    private Figures replayed(SortedMap<String, Long> ends, HalfYear half, String label) {
        try (var snapshot =
                replays.upTo(
                        ends,
                        histories.all(),
                        label + "-" + Long.toString(System.nanoTime(), 36))) {
            return new Calculation(histories.at(snapshot), half, districts).figures();
        }
    }

    java.util.List<InterimReport> all() {
        return reports.list(Filters.empty(), Sorts.descending("state.halfYear"));
    }
}
