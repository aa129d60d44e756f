package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.messaging.feeds.Rolling;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// How many contributions of a lab came, were published, withheld and answered, by day; so a report reads a lab and not each of its
/// contributions.
public record LabContributions(SortedMap<LocalDate, Day> days) {
    public static final LabContributions NONE = new LabContributions(Collections.emptySortedMap());

    /// Of every lab that has any.
    public static final Rolling<ContributionHistory, Line, LabContributions> BY_LAB =
            new Rolling<>(
                    "by-lab",
                    1,
                    "lab",
                    it -> it.lab().isEmpty() ? null : it.lab(),
                    Line::of,
                    LabContributions::of,
                    NONE);

    /// @param received by channel; those that have none are not in it
    /// @param takenUp of those that were assessed
    public record Day(
            SortedMap<Channel, Integer> received,
            int published,
            int withheld,
            int assessed,
            int takenUp) {
        public int receivedInAll() {
            return received.values().stream().mapToInt(it -> it).sum();
        }
    }

    /// One contribution; days since 1970.
    public record Line(
            Channel channel,
            int received,
            int published,
            int withheld,
            int assessed,
            boolean takenUp) {
        private static final int NEVER = Integer.MIN_VALUE;

        static Line of(ContributionHistory it) {
            return new Line(
                    it.channel(),
                    day(it.receivedOn()),
                    day(it.publishedOn()),
                    day(it.withheldOn()),
                    day(it.assessedOn()),
                    it.assessment() == Assessment.TAKEN_UP);
        }

        private static int day(@Nullable LocalDate day) {
            return day == null ? NEVER : Math.toIntExact(day.toEpochDay());
        }
    }

    private static final class Counts {
        final SortedMap<Channel, Integer> received = new TreeMap<>();
        int published;
        int withheld;
        int assessed;
        int takenUp;

        Day day() {
            return new Day(received, published, withheld, assessed, takenUp);
        }
    }

    static LabContributions of(Collection<Line> lines) {
        var counts = new TreeMap<Integer, Counts>();
        for (var line : lines) {
            on(counts, line.received, day -> day.received.merge(line.channel, 1, Integer::sum));
            on(counts, line.published, day -> day.published++);
            on(counts, line.withheld, day -> day.withheld++);
            on(
                    counts,
                    line.assessed,
                    day -> {
                        day.assessed++;
                        if (line.takenUp) day.takenUp++;
                    });
        }
        var days = new TreeMap<LocalDate, Day>();
        counts.forEach((day, counted) -> days.put(LocalDate.ofEpochDay(day), counted.day()));
        return new LabContributions(days);
    }

    private static void on(TreeMap<Integer, Counts> counts, int day, Consumer<Counts> count) {
        if (day != Line.NEVER) count.accept(counts.computeIfAbsent(day, _ -> new Counts()));
    }

    /// How many on those days.
    public int count(Predicate<LocalDate> when, ToIntFunction<Day> of) {
        return days.entrySet().stream()
                .filter(each -> when.test(each.getKey()))
                .mapToInt(each -> of.applyAsInt(each.getValue()))
                .sum();
    }
}
