package de.stadtforum.session.rosters;

import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A seat and the people who fill it; the dates alone decide who it is on a day, in whatever order they were told.
///
/// @param until the last day of the seat
public record Seat(
        SeatKind kind,
        String name,
        LocalDate from,
        @Nullable LocalDate until,
        List<Delegation> delegations,
        List<Deputy> deputies) {

    /// @param until the last day, where it is known
    public record Delegation(String person, LocalDate from, @Nullable LocalDate until) {}

    /// @param rank 1 is asked first
    /// @param until the last day on which the person may act for the delegate
    public record Deputy(String person, int rank, LocalDate from, @Nullable LocalDate until) {}

    public Seat {
        delegations = List.copyOf(delegations);
        deputies = List.copyOf(deputies);
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// The newest delegation that has begun; null where it has ended or there is none: the seat is vacant.
    public @Nullable String delegateOn(LocalDate day) {
        return delegations.stream()
                .filter(each -> !each.from.isAfter(day))
                .max(Comparator.comparing(Delegation::from))
                .filter(each -> each.until == null || !day.isAfter(each.until))
                .map(Delegation::person)
                .orElse(null);
    }

    /// In the order in which they are asked; who was named last for a rank has it.
    public List<String> deputiesOn(LocalDate day) {
        var byRank = new TreeMap<Integer, Deputy>();
        deputies.stream()
                .filter(each -> !each.from.isAfter(day))
                .sorted(Comparator.comparing(Deputy::from))
                .forEach(each -> byRank.put(each.rank, each));
        return byRank.values().stream()
                .filter(each -> each.until == null || !day.isAfter(each.until))
                .map(Deputy::person)
                .distinct()
                .toList();
    }

    public boolean deputisedBy(String person, LocalDate day) {
        return deputiesOn(day).contains(person);
    }

    /// A deputy acts for a delegate: where there is none, the seat is vacant and nobody deputises.
    public boolean mayBeFilledBy(String person, boolean deputy, LocalDate day) {
        var delegate = delegateOn(day);
        if (delegate == null) return false;
        return deputy ? deputisedBy(person, day) : person.equals(delegate);
    }

    Seat withdrawn(LocalDate end) {
        return new Seat(kind, name, from, end, delegations, deputies);
    }

    Seat delegated(String person, LocalDate since) {
        var all = new ArrayList<>(delegations);
        all.removeIf(each -> each.from.equals(since));
        all.add(new Delegation(person, since, null));
        return new Seat(kind, name, from, until, all, deputies);
    }

    Seat delegationEnded(String person, LocalDate end) {
        var all = new ArrayList<>(delegations);
        all.replaceAll(each ->
                each.person.equals(person) && each.until == null && !each.from.isAfter(end)
                        ? new Delegation(person, each.from, end)
                        : each);
        return new Seat(kind, name, from, until, all, deputies);
    }

    Seat deputised(String person, int rank, LocalDate since) {
        var all = new ArrayList<>(deputies);
        all.removeIf(each -> each.person.equals(person) && each.from.equals(since));
        all.add(new Deputy(person, rank, since, null));
        return new Seat(kind, name, from, until, delegations, all);
    }

    Seat deputyEnded(String person, LocalDate end) {
        var all = new ArrayList<>(deputies);
        all.replaceAll(each ->
                each.person.equals(person) && each.until == null && !each.from.isAfter(end)
                        ? new Deputy(person, each.rank, each.from, end)
                        : each);
        return new Seat(kind, name, from, until, delegations, all);
    }

    /// The newest delegation of this person was told by mistake.
    Seat delegationWithdrawn(String person) {
        var all = new ArrayList<>(delegations);
        all.stream()
                .filter(each -> each.person.equals(person))
                .max(Comparator.comparing(Delegation::from))
                .ifPresent(all::remove);
        return new Seat(kind, name, from, until, all, deputies);
    }

    Seat deputyWithdrawn(String person) {
        var all = new ArrayList<>(deputies);
        all.stream()
                .filter(each -> each.person.equals(person))
                .max(Comparator.comparing(Deputy::from))
                .ifPresent(all::remove);
        return new Seat(kind, name, from, until, delegations, all);
    }
}
