package de.stadtforum.reporting.reports;

import de.stadtforum.messaging.replay.ReplayPoint;
import de.stadtforum.messaging.replay.Replays;
import de.stadtforum.reporting.calculation.FiguresOf;
import de.stadtforum.reporting.figures.DataFiles;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.jobs.JobKind.Course;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/// The figures of a period from a replay of the log: the same for a release and for every proof of it.
@Component
class Replay {
    private final Replays replays;
    private final FiguresOf figures;
    private final DataFiles files;

    Replay(Replays replays, FiguresOf figures, DataFiles files) {
        this.replays = replays;
        this.figures = figures;
        this.files = files;
    }

    /// @param kept hashes of the data files, by name
    Figures figures(
            ReplayPoint point,
            Period period,
            int calculation,
            SortedMap<String, String> kept,
            String label,
            Course course) {
        var data = files.read(kept);
        course.step("REPLAY");
        try (var snapshot =
                replays.upTo(
                        figures.with(point, calculation), figures.feeds(), label, course::at)) {
            course.step("COMPUTE");
            var computed = figures.at(snapshot, period, calculation, data);
            snapshot.requireStillThere();
            return computed;
        }
    }
}
