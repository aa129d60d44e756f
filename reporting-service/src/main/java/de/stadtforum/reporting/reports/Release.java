package de.stadtforum.reporting.reports;

import de.stadtforum.contracts.FactMapper;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.replay.ReplayPoint;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.reporting.calculation.FiguresOf;
import de.stadtforum.reporting.figures.DataFiles;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.figures.Proof;
import de.stadtforum.reporting.jobs.Job;
import de.stadtforum.reporting.jobs.JobKind;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The job that releases a report. Where the log ended, with which folds, calculation and data files and without which facts is found out once,
/// so that whoever begins it again comes to the same figures.
@Component
class Release implements JobKind {
    static final String KIND = "release";
    static final String PERIOD = "period";
    static final String ON = "on";

    /// What is found out once.
    private record Pinned(ReplayPoint point, int calculation, SortedMap<String, String> files) {}

    private final AggregateStore<InterimReport> reports;
    private final Replay replay;
    private final Replays replays;
    private final FiguresOf figures;
    private final DataFiles files;
    private final Renderings renderings;
    private final JsonMapper mapper = FactMapper.create();

    Release(
            AggregateStore<InterimReport> reports,
            Replay replay,
            Replays replays,
            FiguresOf figures,
            DataFiles files,
            Renderings renderings) {
        this.reports = reports;
        this.replay = replay;
        this.replays = replays;
        this.figures = figures;
        this.files = files;
        this.renderings = renderings;
    }

    static SortedMap<String, String> order(Period period, LocalDate on) {
        var order = new TreeMap<String, String>();
        order.put(PERIOD, period.name());
        order.put(ON, on.toString());
        return order;
    }

    static Period period(Job job) {
        return Period.of(job.order().getOrDefault(PERIOD, "")).orElseThrow();
    }

    static LocalDate on(Job job) {
        return LocalDate.parse(job.order().getOrDefault(ON, ""));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Decision<?> run(Job job, Course course) {
        var id = job.subject();
        var period = period(job);
        var on = on(job);
        // what an attempt before wrote may be all that was to be written
        if (reports.find(id).isPresent())
            return reports.decide(id, known -> known.again(period, on));
        course.step("PIN");
        var pinned = mapper.readValue(course.once(this::pinned), Pinned.class);
        var computed =
                replay.figures(
                        pinned.point, period, pinned.calculation, pinned.files, KIND, course);
        course.step("RENDER");
        var proof = Proof.of(computed);
        var fresh =
                InterimReport.fresh(
                        id, period, on, pinned.calculation, proof, pinned.point, pinned.files);
        renderings.keep(fresh, computed);
        course.step("WRITE");
        course.requireLease();
        return reports.create(id, known -> InterimReport.release(known, fresh));
    }

    private String pinned() {
        var kept = files.keep(figures.files());
        return mapper.writeValueAsString(
                new Pinned(replays.now(figures.feeds()), figures.version(), kept));
    }
}
