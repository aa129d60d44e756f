package de.stadtforum.reporting.reports;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.feeds.FoldNotKept;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.reporting.calculation.FiguresOf;
import de.stadtforum.reporting.figures.FileNotKept;
import de.stadtforum.reporting.figures.Proof;
import de.stadtforum.reporting.jobs.Job;
import de.stadtforum.reporting.jobs.JobKind;
import de.stadtforum.reporting.reports.Recalculation.By;
import de.stadtforum.reporting.reports.Recalculation.Obstacle;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The job that computes a released report anew, with what was pinned with it, and notes what came of it.
@Component
class Recalculate implements JobKind {
    static final String KIND = "proof";
    private static final String ON = "on";
    private static final String BY = "by";
    private final AggregateStore<InterimReport> reports;
    private final Replay replay;
    private final Replays replays;
    private final FiguresOf figures;

    Recalculate(
            AggregateStore<InterimReport> reports,
            Replay replay,
            Replays replays,
            FiguresOf figures) {
        this.reports = reports;
        this.replay = replay;
        this.replays = replays;
        this.figures = figures;
    }

    static SortedMap<String, String> order(LocalDate on, By by) {
        var order = new TreeMap<String, String>();
        order.put(ON, on.toString());
        order.put(BY, by.name());
        return order;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Decision<?> run(Job job, Course course) {
        var found = reports.find(job.subject());
        if (found.isEmpty()) return Decision.refused(Decision.Refusal.NOT_FOUND);
        var on = LocalDate.parse(job.order().getOrDefault(ON, ""));
        var by = By.valueOf(job.order().getOrDefault(BY, ""));
        var result = result(found.get(), on, by, course);
        course.requireLease();
        return reports.decide(job.subject(), report -> report.recalculated(result));
    }

    private Recalculation result(InterimReport report, LocalDate on, By by, Course course) {
        if (!figures.keeps(report.calculation()))
            return Recalculation.impossible(
                    on, by, Obstacle.CALCULATION_NOT_KEPT, String.valueOf(report.calculation()));
        var ends = replays.ends();
        for (var pinned : report.ends().entrySet())
            if (ends.getOrDefault(pinned.getKey(), 0L) < pinned.getValue())
                return Recalculation.impossible(on, by, Obstacle.LOG_TOO_SHORT, pinned.getKey());
        try {
            var computed =
                    replay.figures(
                            report.point(),
                            report.period(),
                            report.calculation(),
                            report.files(),
                            KIND,
                            course);
            return Recalculation.computed(on, by, Proof.of(computed).hash(), report.hash());
        } catch (FoldNotKept gone) {
            return Recalculation.impossible(on, by, Obstacle.FOLD_NOT_KEPT, gone.feed());
        } catch (FileNotKept gone) {
            return Recalculation.impossible(on, by, Obstacle.FILE_NOT_KEPT, gone.file());
        }
    }
}
