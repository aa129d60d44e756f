package de.stadtforum.reporting.entries;

import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.messaging.feeds.Rolling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The entries of one aggregate: each of its facts adds some and withdraws others.
///
/// @param group the year of its first entry: what is kept together
public record AggregateEntries(String group, List<Entry> entries) {
    public static final AggregateEntries NONE = new AggregateEntries("", List.of());
    public static final SortedMap<String, String> PLAIN = Collections.emptySortedMap();

    /// What is read as one: the entries of all aggregates of one kind that began in the same year.
    public record Together(List<Entry> entries) {
        public static final Together NONE = new Together(List.of());
    }

    public static final Rolling<AggregateEntries, AggregateEntries, Together> BY_YEAR =
            new Rolling<>(
                    "by-year",
                    1,
                    "group",
                    it -> it.group.isEmpty() ? null : it.group,
                    it -> it,
                    AggregateEntries::together,
                    Together.NONE);

    private static Together together(Collection<AggregateEntries> lines) {
        return new Together(lines.stream().flatMap(each -> each.entries.stream()).toList());
    }

    /// Day in the city.
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PlatformClock.CITY);
    }

    /// Marks from names and values in turn; what is null is left out.
    public static SortedMap<String, String> marks(@Nullable Object... namesAndValues) {
        var marks = new TreeMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) marks.put(String.valueOf(namesAndValues[i]), value.toString());
        }
        return marks;
    }

    public Change at(Recorded<?> fact) {
        return new Change(this, fact.aggregate(), day(fact.at()));
    }

    /// What one fact adds and withdraws.
    public static final class Change {
        private final String subject;
        private final LocalDate today;
        private final List<Entry> entries;
        private String group;

        private Change(AggregateEntries before, String subject, LocalDate today) {
            this.subject = subject;
            this.today = today;
            this.group = before.group;
            this.entries = new ArrayList<>(before.entries);
        }

        public LocalDate today() {
            return today;
        }

        /// What holds of this kind, in the order it was told.
        public Stream<Entry> holding(EntryKind kind) {
            return entries.stream().filter(each -> each.kind() == kind && each.holds());
        }

        public Optional<Entry> last(EntryKind kind, String part) {
            return holding(kind)
                    .filter(each -> each.part().equals(part))
                    .reduce((_, later) -> later);
        }

        public Optional<Entry> last(EntryKind kind) {
            return holding(kind).reduce((_, later) -> later);
        }

        /// The value of a mark of the last entry of this kind; empty where there is none.
        public String mark(EntryKind kind, String name) {
            return last(kind).map(each -> each.mark(name)).orElse("");
        }

        public Change add(
                EntryKind kind,
                String part,
                LocalDate on,
                @Nullable LocalDate until,
                SortedMap<String, String> marks) {
            if (group.isEmpty()) group = String.valueOf(on.getYear());
            entries.add(new Entry(kind, subject, part, on, until, marks, today, null));
            return this;
        }

        public Change add(EntryKind kind, LocalDate on) {
            return add(kind, "", on, null, PLAIN);
        }

        /// The only entry of this kind and part; what stood there before is withdrawn, and where there is no day nothing stands.
        public Change set(
                EntryKind kind,
                String part,
                @Nullable LocalDate on,
                SortedMap<String, String> marks) {
            return set(kind, part, on, null, marks);
        }

        public Change set(
                EntryKind kind,
                String part,
                @Nullable LocalDate on,
                @Nullable LocalDate until,
                SortedMap<String, String> marks) {
            var stands = last(kind, part);
            if (on != null
                    && stands.filter(each -> each.says(kind, part, on, until, marks)).isPresent())
                return this;
            withdraw(kind, each -> each.part().equals(part));
            return on == null ? this : add(kind, part, on, until, marks);
        }

        public Change set(EntryKind kind, @Nullable LocalDate on) {
            return set(kind, "", on, null, PLAIN);
        }

        public Change withdraw(EntryKind kind, Predicate<Entry> which) {
            for (var i = entries.size() - 1; i >= 0; i--) {
                var each = entries.get(i);
                if (each.kind() == kind && each.holds() && which.test(each)) withdraw(i);
            }
            return this;
        }

        /// The latest told of those.
        public Change withdrawLast(EntryKind kind, Predicate<Entry> which) {
            for (var i = entries.size() - 1; i >= 0; i--) {
                var each = entries.get(i);
                if (each.kind() == kind && each.holds() && which.test(each)) {
                    withdraw(i);
                    return this;
                }
            }
            return this;
        }

        /// As if it had never been, from today.
        public Change withdrawAll() {
            for (var i = entries.size() - 1; i >= 0; i--) if (entries.get(i).holds()) withdraw(i);
            return this;
        }

        /// The same entry with another last day.
        public Change until(Entry entry, @Nullable LocalDate last) {
            if (Objects.equals(entry.until(), last)) return this;
            withdraw(entries.indexOf(entry));
            return add(entry.kind(), entry.part(), entry.on(), last, entry.marks());
        }

        // what is told and taken back on one day was never known at the end of a day
        private void withdraw(int index) {
            var gone = entries.get(index);
            if (gone.recorded().equals(today)) entries.remove(index);
            else entries.set(index, gone.withdrawnOn(today));
        }

        public AggregateEntries done() {
            return new AggregateEntries(group, entries);
        }
    }
}
