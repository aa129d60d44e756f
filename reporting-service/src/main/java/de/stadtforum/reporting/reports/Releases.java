package de.stadtforum.reporting.reports;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.reporting.Histories;
import de.stadtforum.reporting.figures.Calculation;
import de.stadtforum.reporting.figures.Districts;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.HalfYear;
import de.stadtforum.reporting.figures.Proof;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private final Districts districts;

    Releases(
            AggregateStore<InterimReport> reports,
            Replays replays,
            HalfYearClaims claims,
            Histories histories,
            Renderings renderings,
            City city) {
        this.districts = Districts.of(city);
        this.reports = reports;
        this.replays = replays;
        this.claims = claims;
        this.histories = histories;
        this.renderings = renderings;
    }

    /// The figures as of now, not fixed and without proof.
    Figures preview(HalfYear half) {
        return new Calculation(histories.lately(), half, districts).figures();
    }

    Decision<InterimReport> release(String id, HalfYear half, LocalDate on) {
        if (reports.find(id).isPresent())
            return reports.decide(id, known -> known.again(half.toString(), on));
        var may = InterimReport.reportable(half, on, begun());
        if (may instanceof Decision.Refused<InterimReport>) return may;
        // a withdrawal that broke off after its decision leaves the claim behind
        claims.holder(half)
                .flatMap(reports::find)
                .filter(InterimReport::withdrawn)
                .ifPresent(gone -> claims.free(gone.halfYear(), gone.id()));
        if (!claims.hold(half, id))
            return Decision.refused(InterimReport.Refusal.HALF_YEAR_REPORTED);
        var ends = replays.ends();
        var figures = replayed(ends, half, id, Calculation.VERSION);
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
                        null,
                        List.of());
        renderings.keep(fresh, figures);
        return reports.create(id, known -> InterimReport.release(known, fresh));
    }

    /// The canonical JSON that a replay up to the recorded ends gives today.
    Proof prove(InterimReport report) {
        var half = HalfYear.of(report.halfYear()).orElseThrow();
        return Proof.of(
                replayed(report.ends(), half, "proof-" + report.id(), report.calculation()));
    }

    private Figures replayed(
            SortedMap<String, Long> ends, HalfYear half, String label, int version) {
        try (var snapshot =
                replays.upTo(
                        ends,
                        histories.all(),
                        label + "-" + Long.toString(System.nanoTime(), 36))) {
            return new Calculation(histories.at(snapshot), half, districts, version).figures();
        }
    }

    Decision<InterimReport> withdraw(String id, String reason, LocalDate today) {
        var decision = reports.decide(id, report -> report.withdraw(reason, today));
        reports.find(id).ifPresent(gone -> claims.free(gone.halfYear(), gone.id()));
        return decision;
    }

    /// The assembly's first day; what nobody has told of has not begun.
    private LocalDate begun() {
        return histories.begun().orElse(LocalDate.MAX);
    }

    /// The half-years that are over and not reported, the newest first.
    List<HalfYear> open(LocalDate today) {
        var reported =
                all().stream()
                        .filter(each -> !each.withdrawn())
                        .map(InterimReport::halfYear)
                        .toList();
        var open = new ArrayList<HalfYear>();
        for (var half = HalfYear.at(begun().isAfter(today) ? today : begun());
                half.last().isBefore(today);
                half = half.next()) if (!reported.contains(half.toString())) open.addFirst(half);
        return open;
    }

    /// Under which id the next report on this half-year goes: a withdrawn one keeps its own.
    String idFor(HalfYear half) {
        var first = "bericht-" + half.toString().toLowerCase(Locale.ROOT);
        var id = first;
        for (var number = 2;
                reports.find(id).filter(InterimReport::withdrawn).isPresent();
                number++) id = first + "-" + number;
        return id;
    }

    List<InterimReport> all() {
        return reports.few(Filters.empty(), Order.descending("state.halfYear"));
    }
}
