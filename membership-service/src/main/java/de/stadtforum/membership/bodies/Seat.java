package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DelegationWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.DeputyEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.HolderInvited;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn;
import de.stadtforum.messaging.commands.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in a body that one delegate at a time fills, with deputies in order (resolution 3.9 to 3.16).
///
/// @param corrections what was put right, oldest first
record Seat(
        String id,
        SeatKind kind,
        SeatBasis basis,
        String holder,
        String name,
        Period period,
        List<LocalDate> invitations,
        List<Delegation> delegations,
        List<Deputy> deputies,
        List<SeatCorrection> corrections) {
    record Delegation(String person, Period period) {}

    /// Stands in from this day until another person is named for the same rank, or the last day.
    record Deputy(String person, int rank, LocalDate from, @Nullable LocalDate until) {
        Deputy(String person, int rank, LocalDate from) {
            this(person, rank, from, null);
        }

        private boolean endedBefore(LocalDate date) {
            return until != null && until.isBefore(date);
        }
    }

    Seat {
        invitations = List.copyOf(invitations);
        delegations = List.copyOf(delegations);
        deputies = List.copyOf(deputies);
        // a seat of yesterday has none
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    static Seat created(
            String id, SeatKind kind, SeatBasis basis, String holder, String name, LocalDate from) {
        return new Seat(
                id,
                kind,
                basis,
                holder,
                name,
                Period.since(from),
                List.of(),
                List.of(),
                List.of(),
                List.of());
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
        var byRank = ranks(date);
        var seen = new ArrayList<String>();
        delegation(date).ifPresent(delegate -> seen.add(delegate.person));
        byRank.removeIf(deputy -> seen.contains(deputy.person) || !seen.add(deputy.person));
        return List.copyOf(byRank);
    }

    /// Those who may act on a day: a deputy acts for a delegate, and without one for nobody.
    List<Deputy> acting(LocalDate date) {
        return delegation(date).isEmpty() ? List.of() : deputies(date);
    }

    /// Who was named last for a rank has it, unless that ended.
    private List<Deputy> ranks(LocalDate date) {
        var byRank = new ArrayList<Deputy>();
        for (var deputy : deputies)
            if (inForce(date) && !deputy.from.isAfter(date)) {
                byRank.removeIf(former -> former.rank == deputy.rank);
                byRank.add(deputy);
            }
        byRank.removeIf(deputy -> deputy.endedBefore(date));
        byRank.sort(Comparator.comparingInt(Deputy::rank));
        return byRank;
    }

    /// Who has a rank on a day.
    Optional<Deputy> deputy(int rank, LocalDate date) {
        return ranks(date).stream().filter(each -> each.rank == rank).findFirst();
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

    /// On whatever day.
    boolean everNamed(String person) {
        return delegations.stream().anyMatch(each -> each.person.equals(person))
                || deputies.stream().anyMatch(each -> each.person.equals(person));
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
                        deputies,
                        corrections),
                new SeatWithdrawn(id, until));
    }

    Decision<Seat> invite(LocalDate on) {
        if (invitations.contains(on)) return unchanged();
        if (!inForce(on)) return refused(Refusal.SEAT_NOT_IN_FORCE);
        var next = new ArrayList<>(invitations);
        next.add(on);
        next.sort(Comparator.naturalOrder());
        return changed(
                new Seat(
                        id,
                        kind,
                        basis,
                        holder,
                        name,
                        period,
                        next,
                        delegations,
                        deputies,
                        corrections),
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
        return changed(withDelegations(next), facts);
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
        if (delegation.period.until() != null) return refused(Refusal.DELEGATION_ENDS_OTHERWISE);
        var next = new ArrayList<>(delegations);
        next.set(
                next.indexOf(delegation),
                new Delegation(delegation.person, delegation.period.endingOn(until)));
        return changed(withDelegations(next), new DelegationEnded(id, delegation.person, until));
    }

    /// The last day of somebody's newest delegation was told wrong; without one it goes on.
    Decision<Seat> correctEnd(
            String person, @Nullable LocalDate until, LocalDate today, String reason) {
        var found = newestDelegation(person);
        if (found.isEmpty()) return refused(Refusal.NOBODY_DELEGATED);
        var wrong = found.get();
        var from = wrong.period.from();
        var before = wrong.period.until();
        if (Objects.equals(before, until)) return unchanged();
        if (before == null) return refused(Refusal.DELEGATION_GOES_ON);
        if (until != null && until.isBefore(from)) return refused(Refusal.ENDS_BEFORE_IT_BEGINS);
        if (until != null && !inForce(until)) return refused(Refusal.SEAT_NOT_IN_FORCE);
        var latest = lastDayBeforeTheNext(from);
        if (latest.isPresent() && (until == null || until.isAfter(latest.get())))
            return refused(Refusal.ANOTHER_IS_DELEGATED);
        var next = new ArrayList<>(delegations);
        next.set(next.indexOf(wrong), new Delegation(person, new Period(from, until)));
        // the log takes nothing back: what was told is withdrawn and told anew
        var facts = new ArrayList<Fact>();
        facts.add(new DelegationWithdrawn(id, person, today));
        facts.add(new DelegateNamed(id, person, from));
        if (until != null) facts.add(new DelegationEnded(id, person, until));
        return changed(
                withDelegations(next)
                        .with(new SeatCorrection("delegation-end", today, reason, person, before)),
                facts);
    }

    /// Somebody's newest delegation was a mistake and never was; who was ended by it goes on.
    Decision<Seat> withdrawDelegation(String person, LocalDate today, String reason) {
        var found = newestDelegation(person);
        if (found.isEmpty())
            return corrected("delegation-withdrawn", person)
                    ? unchanged()
                    : refused(Refusal.NOBODY_DELEGATED);
        var wrong = found.get();
        var next = new ArrayList<>(delegations);
        next.remove(wrong);
        var facts = new ArrayList<Fact>();
        facts.add(new DelegationWithdrawn(id, person, today));
        delegations.stream()
                .filter(each -> wrong.period.from().minusDays(1).equals(each.period.until()))
                .findFirst()
                .ifPresent(former -> {
                    var last = lastDayBeforeTheNext(wrong.period.from()).orElse(null);
                    var period = new Period(former.period.from(), last);
                    next.set(next.indexOf(former), new Delegation(former.person, period));
                    facts.add(new DelegateNamed(id, former.person, period.from()));
                    if (last != null) facts.add(new DelegationEnded(id, former.person, last));
                });
        return changed(
                withDelegations(next)
                        .with(
                                new SeatCorrection(
                                        "delegation-withdrawn",
                                        today,
                                        reason,
                                        person,
                                        wrong.period.from())),
                facts);
    }

    private Optional<Delegation> newestDelegation(String person) {
        return delegations.stream()
                .filter(each -> each.person.equals(person))
                .max(Comparator.comparing(each -> each.period.from()));
    }

    /// Nobody is replaced unasked.
    ///
    /// @param replaces who has the rank until now, where somebody has it
    Decision<Seat> nameDeputy(String person, int rank, LocalDate from, @Nullable String replaces) {
        if (kind == SeatKind.GUEST) return refused(Refusal.GUESTS_HAVE_NO_DEPUTIES);
        if (!inForce(from)) return refused(Refusal.SEAT_NOT_IN_FORCE);
        var holder = deputy(rank, from);
        if (holder.filter(each -> each.person.equals(person)).isPresent()) return unchanged();
        if (delegation(from).filter(each -> each.person.equals(person)).isPresent())
            return refused(Refusal.DEPUTY_OF_ONESELF);
        if (holder.filter(each -> !each.person.equals(replaces)).isPresent())
            return refused(Refusal.RANK_TAKEN);
        var facts = new ArrayList<Fact>();
        var next = new ArrayList<>(deputies);
        if (holder.isPresent()) {
            var former = holder.get();
            if (former.from.isBefore(from)) {
                var last = from.minusDays(1);
                next.set(
                        next.indexOf(former),
                        new Deputy(former.person, former.rank, former.from, last));
                facts.add(new DeputyEnded(id, former.person, last));
            } else {
                next.remove(former);
                facts.add(new DeputyWithdrawn(id, former.person, from));
            }
        }
        next.add(new Deputy(person, rank, from));
        facts.add(new DeputyNamed(id, person, rank, from));
        return changed(withDeputies(next), facts);
    }

    Decision<Seat> endDeputy(String person, LocalDate until) {
        var current = ranks(until).stream().filter(each -> each.person.equals(person)).findFirst();
        if (current.isEmpty()) return refused(Refusal.NO_SUCH_DEPUTY);
        var deputy = current.get();
        if (until.equals(deputy.until)) return unchanged();
        if (deputy.until != null) return refused(Refusal.DEPUTY_ENDS_OTHERWISE);
        var next = new ArrayList<>(deputies);
        next.replaceAll(each ->
                each.person.equals(person) && !each.from.isAfter(until) && !each.endedBefore(until)
                        ? new Deputy(person, each.rank, each.from, until)
                        : each);
        return changed(withDeputies(next), new DeputyEnded(id, person, until));
    }

    /// Somebody was named as deputy by mistake and never was one; who was replaced by it has the rank again.
    Decision<Seat> withdrawDeputy(String person, LocalDate today, String reason) {
        var found =
                deputies.stream()
                        .filter(each -> each.person.equals(person))
                        .max(Comparator.comparing(Deputy::from));
        if (found.isEmpty())
            return corrected("deputy-withdrawn", person)
                    ? unchanged()
                    : refused(Refusal.NO_SUCH_DEPUTY);
        var wrong = found.get();
        var next = new ArrayList<>(deputies);
        next.remove(wrong);
        var facts = new ArrayList<Fact>();
        facts.add(new DeputyWithdrawn(id, person, today));
        deputies.stream()
                .filter(each -> each.rank == wrong.rank)
                .filter(each -> wrong.from.minusDays(1).equals(each.until))
                .findFirst()
                .ifPresent(former -> {
                    next.set(
                            next.indexOf(former),
                            new Deputy(former.person, former.rank, former.from));
                    facts.add(new DeputyNamed(id, former.person, former.rank, former.from));
                });
        return changed(
                withDeputies(next)
                        .with(
                                new SeatCorrection(
                                        "deputy-withdrawn", today, reason, person, wrong.from)),
                facts);
    }

    private boolean corrected(String act, String person) {
        return corrections.stream()
                .anyMatch(each -> each.act().equals(act) && each.person().equals(person));
    }

    Seat withoutPeople() {
        return new Seat(
                id,
                kind,
                basis,
                holder,
                name,
                period,
                invitations,
                List.of(),
                List.of(),
                List.of());
    }

    private Seat withDelegations(List<Delegation> next) {
        var ordered = new ArrayList<>(next);
        ordered.sort(Comparator.comparing(each -> each.period.from()));
        return new Seat(
                id, kind, basis, holder, name, period, invitations, ordered, deputies, corrections);
    }

    private Seat withDeputies(List<Deputy> next) {
        var ordered = new ArrayList<>(next);
        ordered.sort(Comparator.comparing(Deputy::from).thenComparingInt(Deputy::rank));
        return new Seat(
                id,
                kind,
                basis,
                holder,
                name,
                period,
                invitations,
                delegations,
                ordered,
                corrections);
    }

    private Seat with(SeatCorrection correction) {
        var next = new ArrayList<>(corrections);
        next.add(correction);
        return new Seat(
                id, kind, basis, holder, name, period, invitations, delegations, deputies, next);
    }
}
