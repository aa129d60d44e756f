package de.stadtforum.reporting.calculation;

import de.stadtforum.city.City;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.replay.ReplayPoint;
import de.stadtforum.messaging.replay.Replays.Snapshot;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.calculation.v1.Worlds;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The one place where reports get their figures from, whatever they are computed with.
@Component
public class FiguresOf {
    private final KnowledgeFeeds feeds;
    private final Words words;
    private final Worlds worlds;
    private final byte[] districts;

    FiguresOf(KnowledgeFeeds feeds, Words words, Worlds worlds, City city) {
        this.districts = Districts.bytes(city);
        this.worlds = worlds;
        this.feeds = feeds;
        this.words = words;
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
        return feeds.all();
    }

    /// With the folds that a version of the calculation reads: those that were pinned, else, before folds were pinned, the first ones.
    public ReplayPoint with(ReplayPoint point, int version) {
        if (version > de.stadtforum.reporting.calculation.v1.Calculation.LAST) return point;
        var folds = new TreeMap<String, Integer>();
        feeds().forEach(each -> folds.put(each.name(), 1));
        folds.putAll(point.folds());
        return new ReplayPoint(point.ends(), folds, point.drops());
    }

    /// The data files that figures depend on beside the log, by name, as they are today.
    public SortedMap<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        files.put(Districts.FILE, districts);
        return files;
    }

    /// As they were known at some point of the log, with the data files of then.
    ///
    /// @param files as [#files] gave them; today's where one is missing
    public Figures at(
            Snapshot snapshot, Period period, int version, SortedMap<String, byte[]> files) {
        var then = Districts.of(files.getOrDefault(Districts.FILE, districts));
        if (version <= de.stadtforum.reporting.calculation.v1.Calculation.LAST)
            return new de.stadtforum.reporting.calculation.v1.Calculation(
                            worlds.of(snapshot), period, period.until(), then, version)
                    .figures();
        return new Calculation(feeds.at(snapshot), period, period.until(), then, nameless())
                .figures();
    }

    /// As they would be released now, without proof. Of a period that still runs the states are those of today.
    public Figures lately(Period period, LocalDate asOf) {
        var until = asOf.isBefore(period.until()) ? asOf : period.until();
        return new Calculation(feeds.lately(), period, until, Districts.of(districts), nameless())
                .figures();
    }

    private String nameless() {
        return words.of("body.nameless");
    }

    /// The first day of the process: before it there is nothing to report on.
    public Optional<LocalDate> begun() {
        return feeds.begun();
    }

    /// The same as it is stored now: what is decided upon it must not be some seconds old.
    public Optional<LocalDate> begunNow() {
        return KnowledgeFeeds.begun(feeds.now());
    }
}
