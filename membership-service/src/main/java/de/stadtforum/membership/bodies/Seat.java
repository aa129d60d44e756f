package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.HolderInvited;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn;
import de.stadtforum.messaging.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A place in a body that one delegate at a time fills, with deputies in order (resolution 3.9 to 3.16).
record Seat(
        String id,
        SeatKind kind,
        SeatBasis basis,
        String holder,
        String name,
        Period period,
        List<LocalDate> invitations,
        List<Delegation> delegations,
        List<Deputy> deputies) {
    record Delegation(String person, Period period) {}

    /// Stands in from this day until another person is named for the same rank.
    record Deputy(String person, int rank, LocalDate from) {}

    Seat {
        invitations = List.copyOf(invitations);
        delegations = List.copyOf(delegations);
        deputies = List.copyOf(deputies);
    }

    static Seat created(
            String id, SeatKind kind, SeatBasis basis, String holder, String name, LocalDate from) {
        return new Seat(
                id, kind, basis, holder, name, Period.since(from), List.of(), List.of(), List.of());
    }

    SeatCreated told() {
        return new SeatCreated(id, kind, basis, holder, new PublicText(name), period.from());
    }

    boolean isCreatedAs(Seat other) {
        return kind == other.kind
                && basis == other.basis
                && holder.equals(other.holder)
                && name.equals(other.name)
                && period.from().equals(other.period.from());
    }

    boolean votes() {
        return kind == SeatKind.VOTING;
    }

    boolean inForce(LocalDate date) {
        return period.contains(date);
    }

    Optional<Delegation> delegation(LocalDate date) {
        return delegations.stream()
                .filter(each -> inForce(date) && each.period.contains(date))
                .findFirst();
    }

    /// The deputies of a day in the order in which they are asked; each person once.
    List<Deputy> deputies(LocalDate date) {
        var byRank = new ArrayList<Deputy>();
        for (var deputy : deputies)
            if (inForce(date) && !deputy.from.isAfter(date)) {
                byRank.removeIf(former -> former.rank == deputy.rank);
                byRank.add(deputy);
            }
        byRank.sort(Comparator.comparingInt(Deputy::rank));
        var seen = new ArrayList<String>();
        delegation(date).ifPresent(delegate -> seen.add(delegate.person));
        byRank.removeIf(deputy -> seen.contains(deputy.person) || !seen.add(deputy.person));
        return List.copyOf(byRank);
    }

    /// As delegate or deputy, on this day or a later one.
    boolean names(String person, LocalDate day) {
        if (period.until() != null && period.until().isBefore(day)) return false;
        var delegated =
                delegations.stream()
                        .filter(each -> each.person.equals(person))
                        .anyMatch(each ->
                                each.period.until() == null || !each.period.until().isBefore(day));
        return delegated
                || deputies(day).stream().anyMatch(each -> each.person.equals(person))
                || deputies.stream()
                        .anyMatch(each -> each.person.equals(person) && each.from.isAfter(day));
    }

    Decision<Seat> withdraw(LocalDate until) {
        if (until.equals(period.until())) return unchanged();
        if (period.until() != null) return refused(Refusal.WITHDRAWN_OTHERWISE);
        if (until.isBefore(period.from())) return refused(Refusal.ENDS_BEFORE_IT_BEGINS);
        return changed(
                new Seat(
                        id,
                        kind,
                        basis,
                        holder,
                        name,
                        period.endingOn(until),
                        invitations,
                        delegations,
                        deputies),
                new SeatWithdrawn(id, until));
    }

    Decision<Seat> invite(LocalDate on) {
        if (invitations.contains(on)) return unchanged();
        var next = new ArrayList<>(invitations);
        next.add(on);
        next.sort(Comparator.naturalOrder());
        return changed(
                new Seat(id, kind, basis, holder, name, period, next, delegations, deputies),
                new HolderInvited(id, on));
    }

    /// A new delegate ends the former the day before; one that is entered late ends where the next, already on record, begins.
    Decision<Seat> nameDelegate(String person, LocalDate from) {
        if (!inForce(from)) return refused(Refusal.SEAT_NOT_IN_FORCE);
        var current = delegation(from);
        if (current.filter(each -> each.person.equals(person)).isPresent()) return unchanged();
        if (delegations.stream().anyMatch(each -> each.period.from().equals(from)))
            return refused(Refusal.DELEGATE_NAMED_OTHERWISE);

        var facts = new ArrayList<Fact>();
        var next = new ArrayList<>(delegations);
        current.ifPresent(former -> {
            var ended = new Delegation(former.person, former.period.endingOn(from.minusDays(1)));
            next.set(next.indexOf(former), ended);
            facts.add(new DelegationEnded(id, former.person, from.minusDays(1)));
        });
        facts.add(new DelegateNamed(id, person, from));
        var last = lastDayBeforeTheNext(from);
        next.add(new Delegation(person, new Period(from, last.orElse(null))));
        last.ifPresent(day -> facts.add(new DelegationEnded(id, person, day)));
        next.sort(Comparator.comparing(each -> each.period.from()));
        return changed(with(next), facts);
    }

    private Optional<LocalDate> lastDayBeforeTheNext(LocalDate from) {
        return delegations.stream()
                .map(each -> each.period.from())
                .filter(start -> start.isAfter(from))
                .min(Comparator.naturalOrder())
                .map(start -> start.minusDays(1));
    }

    Decision<Seat> endDelegation(LocalDate until) {
        var current = delegation(until);
        if (current.isEmpty()) return refused(Refusal.NOBODY_DELEGATED);
        var delegation = current.get();
        if (until.equals(delegation.period.until())) return unchanged();
        var next = new ArrayList<>(delegations);
        next.set(
                next.indexOf(delegation),
                new Delegation(delegation.person, delegation.period.endingOn(until)));
        return changed(with(next), new DelegationEnded(id, delegation.person, until));
    }

    Decision<Seat> nameDeputy(String person, int rank, LocalDate from) {
        if (kind == SeatKind.GUEST) return refused(Refusal.GUESTS_HAVE_NO_DEPUTIES);
        if (!inForce(from)) return refused(Refusal.SEAT_NOT_IN_FORCE);
        var deputy = new Deputy(person, rank, from);
        if (deputies.contains(deputy)) return unchanged();
        if (deputies.stream().anyMatch(each -> each.rank == rank && each.from.equals(from)))
            return refused(Refusal.DEPUTY_NAMED_OTHERWISE);
        if (delegation(from).filter(each -> each.person.equals(person)).isPresent())
            return refused(Refusal.DEPUTY_OF_ONESELF);
        var next = new ArrayList<>(deputies);
        next.add(deputy);
        next.sort(Comparator.comparing(Deputy::from).thenComparingInt(Deputy::rank));
        return changed(
                new Seat(id, kind, basis, holder, name, period, invitations, delegations, next),
                new DeputyNamed(id, person, rank, from));
    }

    Seat withoutPeople() {
        return new Seat(id, kind, basis, holder, name, period, invitations, List.of(), List.of());
    }

    private Seat with(List<Delegation> next) {
        return new Seat(id, kind, basis, holder, name, period, invitations, next, deputies);
    }
}
