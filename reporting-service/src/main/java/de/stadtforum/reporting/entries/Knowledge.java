package de.stadtforum.reporting.entries;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All that reporting knows, as it was known at the end of one day; in an order that depends on nothing but what it knows.
public final class Knowledge {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::on)
                    .thenComparing(Entry::subject)
                    .thenComparing(Entry::part);
    private final Map<EntryKind, List<Entry>> byKind = new EnumMap<>(EntryKind.class);
    private final Map<EntryKind, Map<String, List<Entry>>> bySubject =
            new EnumMap<>(EntryKind.class);
    private final SortedMap<String, ContributionCounts> contributions;
    private final LocalDate known;

    /// @param contributions by lab
    /// @param known what was told later is not known
    public Knowledge(
            Stream<Entry> entries,
            SortedMap<String, ContributionCounts> contributions,
            LocalDate known) {
        this.known = known;
        this.contributions = Collections.unmodifiableSortedMap(contributions);
        entries.filter(each -> each.knownOn(known))
                .forEach(each ->
                        byKind.computeIfAbsent(each.kind(), _ -> new ArrayList<>()).add(each));
        byKind.forEach((kind, all) -> {
            all.sort(ORDER);
            var of = new TreeMap<String, List<Entry>>();
            for (var each : all)
                of.computeIfAbsent(each.subject(), _ -> new ArrayList<>()).add(each);
            bySubject.put(kind, of);
        });
    }

    public static Knowledge none(LocalDate known) {
        return new Knowledge(Stream.of(), Collections.emptySortedMap(), known);
    }

    /// What was told after this day is not known.
    public LocalDate known() {
        return known;
    }

    /// By their day.
    public Stream<Entry> all(EntryKind kind) {
        return byKind.getOrDefault(kind, List.of()).stream();
    }

    public Stream<Entry> of(EntryKind kind, String subject) {
        return bySubject.getOrDefault(kind, Map.of()).getOrDefault(subject, List.of()).stream();
    }

    public Optional<Entry> first(EntryKind kind, String subject) {
        return of(kind, subject).findFirst();
    }

    public boolean any(EntryKind kind, String subject, Predicate<Entry> which) {
        return of(kind, subject).anyMatch(which);
    }

    public ContributionCounts contributions(String lab) {
        return contributions.getOrDefault(lab, ContributionCounts.NONE);
    }

    /// By lab.
    public SortedMap<String, ContributionCounts> contributions() {
        return contributions;
    }

    /// The bodies of this kind, by the day they were established.
    public Stream<Entry> bodies(BodyKind kind) {
        return all(EntryKind.BODY).filter(each -> each.is("kind", kind));
    }

    /// UNKNOWN where membership has not told of it.
    public BodyKind kindOf(String body) {
        return first(EntryKind.BODY, body)
                .map(each -> BodyKind.valueOf(each.mark("kind")))
                .orElse(BodyKind.UNKNOWN);
    }

    /// How a body is called, a working group also before membership told of it; empty where nobody has told of it.
    public Optional<String> nameOf(String body) {
        return first(EntryKind.BODY, body)
                .or(() -> first(EntryKind.GROUP, body))
                .map(each -> each.mark("name"))
                .filter(each -> !each.isEmpty());
    }
}
