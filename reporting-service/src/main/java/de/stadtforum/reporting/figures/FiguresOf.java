package de.stadtforum.reporting.figures;

import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.replay.Replays.Snapshot;
import de.stadtforum.reporting.Histories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The one place where reports get their figures from, whatever they are computed with.
@Component
public class FiguresOf {
    private final Histories histories;
    private final Districts today = Districts.read();

    FiguresOf(Histories histories) {
        this.histories = histories;
    }

    /// Of the calculation, for a release of today.
    public int version() {
        return Calculation.VERSION;
    }

    /// Whether the program still has this version of the calculation.
    public boolean keeps(int version) {
        return version >= 1 && version <= Calculation.VERSION;
    }

    /// What is to be replayed.
    public List<Feed<?>> feeds() {
        return histories.all();
    }

    /// The data files that figures depend on beside the log, by name, as they are today.
    public SortedMap<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        files.put(Districts.FILE, Districts.bytes());
        return files;
    }

    /// As they were known at some point of the log, with the data files of then.
    ///
    /// @param files as [#files] gave them; today's where one is missing
    public Figures at(
            Snapshot snapshot, Period period, int version, SortedMap<String, byte[]> files) {
        var bytes = files.get(Districts.FILE);
        return new Calculation(
                        histories.at(snapshot),
                        period,
                        period.until(),
                        bytes == null ? today : Districts.of(bytes),
                        version)
                .figures();
    }

    /// As they would be released now, without proof. Of a period that still runs the states are those of today.
    public Figures lately(Period period, LocalDate asOf) {
        var until = asOf.isBefore(period.until()) ? asOf : period.until();
        return new Calculation(histories.lately(), period, until, today, Calculation.VERSION)
                .figures();
    }

    /// The first day of the process: before it there is nothing to report on.
    public Optional<LocalDate> begun() {
        return histories.begun();
    }
}
