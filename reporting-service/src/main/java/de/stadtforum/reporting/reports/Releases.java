package de.stadtforum.reporting.reports;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.reporting.calculation.FiguresOf;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.figures.Period.Rhythm;
import de.stadtforum.reporting.jobs.Job;
import de.stadtforum.reporting.jobs.Jobs;
import de.stadtforum.reporting.reports.InterimReport.Refusal;
import de.stadtforum.reporting.reports.Recalculation.By;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks for releases and recalculations, which are jobs, and says how far they are.
@Component
class Releases {
    private static final Comparator<InterimReport> NEWEST =
            Comparator.comparing((InterimReport each) -> each.period().until())
                    .thenComparing(each -> each.period().from())
                    .reversed()
                    .thenComparing(InterimReport::id);
    private final AggregateStore<InterimReport> reports;
    private final FiguresOf figures;
    private final Jobs jobs;

    Releases(AggregateStore<InterimReport> reports, FiguresOf figures, Jobs jobs) {
        this.reports = reports;
        this.figures = figures;
        this.jobs = jobs;
    }

    /// The figures as of now, not fixed and without proof; of a period that still runs, as of today.
    Figures preview(Period period, LocalDate today) {
        return figures.lately(period, today);
    }

    /// Begins the release, or takes note of one that is under way or done; what cannot be released is refused at once.
    ///
    /// @return [Decision.Unchanged] where it is asked for, is under way, or is done
    Decision<InterimReport> ask(String id, Period period, LocalDate on) {
        if (reports.find(id).isPresent())
            return reports.decide(id, known -> known.again(period, on));
        var may = InterimReport.reportable(period, on, figures.begunNow().orElse(LocalDate.MAX));
        if (may instanceof Decision.Refused<InterimReport>) return may;
        if (all().stream().anyMatch(each -> each.standsInTheWayOf(id, period))
                || jobs.open(Release.KIND).stream()
                        .anyMatch(each ->
                                !each.subject().equals(id) && Release.period(each).equals(period)))
            return Decision.refused(Refusal.HALF_YEAR_REPORTED);
        var job = jobs.ask(Release.KIND, id, Release.order(period, on));
        return InterimReport.sameAs(Release.period(job), Release.on(job), period, on);
    }

    Optional<Job> release(String id) {
        return jobs.find(Release.KIND, id);
    }

    /// Begins to compute a report anew; while that is under way, asking again changes nothing.
    void askForRecalculation(String id, LocalDate today, By by) {
        jobs.ask(Recalculate.KIND, id, Recalculate.order(today, by));
    }

    Optional<Job> recalculation(String id) {
        return jobs.find(Recalculate.KIND, id);
    }

    /// Releases that have not ended.
    List<Job> underWay() {
        return jobs.open(Release.KIND);
    }

    /// The assembly's first day; what nobody has told of has not begun.
    private LocalDate begun() {
        return figures.begun().orElse(LocalDate.MAX);
    }

    /// The half-years, then the quarters, that are over and neither reported nor about to be, the newest first.
    List<Period> open(LocalDate today) {
        var taken = new ArrayList<Period>();
        all().stream().filter(each -> !each.withdrawn()).forEach(each -> taken.add(each.period()));
        underWay().forEach(each -> taken.add(Release.period(each)));
        var open = new ArrayList<Period>();
        for (var rhythm : Rhythm.values()) {
            var of = new ArrayList<Period>();
            for (var period = rhythm.at(begun().isAfter(today) ? today : begun());
                    period.over(today);
                    period = period.next()) if (!taken.contains(period)) of.addFirst(period);
            open.addAll(of);
        }
        return open;
    }

    /// Whether a report on it may be released today.
    boolean releasable(Period period, LocalDate today) {
        return InterimReport.reportable(period, today, begun()) instanceof Decision.Unchanged
                && all().stream().noneMatch(each -> each.standsInTheWayOf("", period));
    }

    /// Under which id the next report on this period goes: a withdrawn one keeps its own.
    String idFor(Period period) {
        var first = "bericht-" + period.name().toLowerCase(Locale.ROOT);
        var id = first;
        for (var number = 2;
                reports.find(id).filter(InterimReport::withdrawn).isPresent();
                number++) id = first + "-" + number;
        return id;
    }

    /// The newest period first.
    List<InterimReport> all() {
        return reports.few(Filters.empty(), Order.descending("state.halfYear")).stream()
                .sorted(NEWEST)
                .toList();
    }
}
