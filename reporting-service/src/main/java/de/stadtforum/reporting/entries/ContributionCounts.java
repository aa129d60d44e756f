package de.stadtforum.reporting.entries;

import com.github.benmanes.caffeine.cache.Interner;
import de.stadtforum.messaging.feeds.Rolling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/// How many contributions of a lab came, were published, withheld and answered, by the day it happened and the day it was told: so a
/// measure reads a lab and not each of its contributions, and a past day still answers as it was known then.
public record ContributionCounts(List<Count> counts) {
    public static final ContributionCounts NONE = new ContributionCounts(List.of());

    public ContributionCounts {
        counts = Count.shared(counts);
    }

    /// Of every lab that has any.
    public static final Rolling<ContributionEntries, List<Count>, ContributionCounts> BY_LAB =
            new Rolling<>(
                    "by-lab",
                    2,
                    "lab",
                    it -> it.lab().isEmpty() ? null : it.lab(),
                    it -> Count.shared(it.counts()),
                    ContributionCounts::of,
                    NONE);

    public enum Kind {
        /// mark: the channel
        RECEIVED,
        PUBLISHED,
        WITHHELD,
        /// mark: the assessment
        ASSESSED
    }

    /// @param mark what it is counted apart by; empty for none
    /// @param on the day on which it happened
    /// @param recorded the day on which it was told
    /// @param number less than nothing where it was taken back
    public record Count(Kind kind, String mark, LocalDate on, LocalDate recorded, int number) {
        private static final Comparator<Count> ORDER =
                Comparator.comparing(Count::on)
                        .thenComparing(Count::recorded)
                        .thenComparing(Count::kind)
                        .thenComparing(Count::mark);

        /// A million contributions have some thousands of different counts: each stands once in memory.
        private static final Interner<Count> KNOWN = Interner.newWeakInterner();

        static List<Count> shared(List<Count> counts) {
            return counts.stream().map(KNOWN::intern).toList();
        }

        private Count times(int times) {
            return new Count(kind, mark, on, recorded, times);
        }
    }

    static ContributionCounts of(Collection<List<Count>> lines) {
        var sums = new TreeMap<Count, Integer>(Count.ORDER);
        for (var line : lines) for (var each : line) sums.merge(each, each.number(), Integer::sum);
        var counts = new ArrayList<Count>();
        sums.forEach((each, number) -> {
            if (number != 0) counts.add(each.times(number));
        });
        return new ContributionCounts(counts);
    }

    /// How many of this kind on those days, as it was known on a day.
    public int count(Kind kind, Predicate<LocalDate> when, LocalDate known) {
        return count(kind, when, known, _ -> true);
    }

    public int count(
            Kind kind, Predicate<LocalDate> when, LocalDate known, Predicate<String> mark) {
        var sum = 0;
        for (var each : counts)
            if (each.kind() == kind
                    && !each.recorded().isAfter(known)
                    && when.test(each.on())
                    && mark.test(each.mark())) sum += each.number();
        return sum;
    }
}
