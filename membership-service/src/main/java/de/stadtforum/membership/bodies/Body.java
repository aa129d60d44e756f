package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.contracts.membership.BodyFact.BodyEnded;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatsApportioned;
import de.stadtforum.contracts.membership.BodyFact.SecretariatAssigned;
import de.stadtforum.contracts.membership.BodyFact.TieFound;
import de.stadtforum.membership.apportionment.SeatApportionment;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.commands.Decision.Unchanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A body with its seats, chair and secretariat; what happened has a date, and the date alone decides what holds on a day.
///
/// Its file is long because every command on a seat goes through the one document that can hold the rules that span seats.
public record Body(
        String id,
        Charter charter,
        @Nullable LocalDate until,
        List<Seat> seats,
        List<Chair> chairs,
        List<Secretariat> secretariats,
        List<Apportioned> apportionments) {
    /// Leads from this day until another seat does (resolution 3.14).
    record Chair(String seat, LocalDate from) {}

    /// Runs the business from this day until another office does (resolution 3.15).
    record Secretariat(String office, String name, LocalDate from) {}

    public Body {
        seats = List.copyOf(seats);
        chairs = List.copyOf(chairs);
        secretariats = List.copyOf(secretariats);
        apportionments = List.copyOf(apportionments);
    }

    static Decision<Body> establish(@Nullable Body existing, String id, Charter charter) {
        if (existing != null)
            return existing.charter.equals(charter) ? unchanged() : refused(Refusal.BODY_EXISTS);
        var objection = charter.objection();
        if (objection != null) return refused(objection);
        return changed(
                new Body(id, charter, null, List.of(), List.of(), List.of(), List.of()),
                charter.told());
    }

    Decision<Body> end(LocalDate last) {
        if (last.equals(until)) return unchanged();
        if (until != null) return refused(Refusal.ENDED_OTHERWISE);
        if (charter.kind() == BodyKind.STEERING_GROUP)
            return refused(Refusal.STEERING_GROUP_IS_PERMANENT); // resolution 2.4
        if (last.isBefore(charter.from())) return refused(Refusal.ENDS_BEFORE_IT_BEGINS);
        return changed(
                new Body(id, charter, last, seats, chairs, secretariats, apportionments),
                new BodyEnded(last));
    }

    Decision<Body> createSeat(Seat seat) {
        var existing = seat(seat.id());
        if (existing.isPresent())
            return existing.get().isCreatedAs(seat) ? unchanged() : refused(Refusal.SEAT_EXISTS);
        if (!inForce(seat.period().from())) return refused(Refusal.BODY_NOT_IN_FORCE);
        if (charter.kind() == BodyKind.STEERING_GROUP && seat.basis() != SeatBasis.DEPARTMENT)
            return refused(Refusal.EXTERNALS_NOT_FORESEEN); // resolution 2.5
        if (seat.kind() == SeatKind.GUEST && charter.kind() != BodyKind.WORKING_GROUP)
            return refused(Refusal.GUESTS_ONLY_IN_GROUPS); // resolution 4.5
        if (FactionSeats.isOne(seat)) return refused(Refusal.FACTION_SEATS_ARE_APPORTIONED);
        var next = new ArrayList<>(seats);
        next.add(seat);
        return lawful(with(next), List.of(seat.told()));
    }

    Decision<Body> withdraw(String seat, LocalDate last) {
        if (!inForce(last)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return within(seat, each -> each.withdraw(last));
    }

    Decision<Body> invite(String seat, LocalDate on) {
        if (!inForce(on)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return within(seat, each -> each.invite(on));
    }

    Decision<Body> nameDelegate(String seat, String person, LocalDate from) {
        if (!inForce(from)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return within(seat, each -> each.nameDelegate(person, from));
    }

    Decision<Body> endDelegation(String seat, LocalDate last) {
        if (!inForce(last)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return within(seat, each -> each.endDelegation(last));
    }

    /// @param last none where the delegation goes on
    Decision<Body> correctEnd(
            String seat, String person, @Nullable LocalDate last, LocalDate today, String reason) {
        if (last != null && !inForce(last)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return within(seat, each -> each.correctEnd(person, last, today, reason));
    }

    Decision<Body> withdrawDelegation(String seat, String person, LocalDate today, String reason) {
        return within(seat, each -> each.withdrawDelegation(person, today, reason));
    }

    Decision<Body> nameDeputy(
            String seat, String person, int rank, LocalDate from, @Nullable String replaces) {
        if (!inForce(from)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return within(seat, each -> each.nameDeputy(person, rank, from, replaces));
    }

    Decision<Body> endDeputy(String seat, String person, LocalDate last) {
        if (!inForce(last)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return within(seat, each -> each.endDeputy(person, last));
    }

    Decision<Body> withdrawDeputy(String seat, String person, LocalDate today, String reason) {
        return within(seat, each -> each.withdrawDeputy(person, today, reason));
    }

    Decision<Body> assignChair(String seat, LocalDate from) {
        var chair = new Chair(seat, from);
        if (chairs.contains(chair)) return unchanged();
        var found = seat(seat);
        if (found.isEmpty()) return refused(Refusal.NO_SUCH_SEAT);
        if (!inForce(from)) return refused(Refusal.BODY_NOT_IN_FORCE);
        if (!found.get().inForce(from)) return refused(Refusal.SEAT_NOT_IN_FORCE);
        if (chairs.stream().anyMatch(each -> each.from.equals(from)))
            return refused(Refusal.CHAIR_ASSIGNED_OTHERWISE);
        var next = new ArrayList<>(chairs);
        next.add(chair);
        next.sort(Comparator.comparing(Chair::from));
        return changed(
                new Body(id, charter, until, seats, next, secretariats, apportionments),
                new ChairAssigned(seat, from));
    }

    Decision<Body> assignSecretariat(String office, String name, LocalDate from) {
        var secretariat = new Secretariat(office, name, from);
        if (secretariats.contains(secretariat)) return unchanged();
        if (!inForce(from)) return refused(Refusal.BODY_NOT_IN_FORCE);
        if (secretariats.stream().anyMatch(each -> each.from.equals(from)))
            return refused(Refusal.SECRETARIAT_ASSIGNED_OTHERWISE);
        var next = new ArrayList<>(secretariats);
        next.add(secretariat);
        next.sort(Comparator.comparing(Secretariat::from));
        return changed(
                new Body(id, charter, until, seats, chairs, next, apportionments),
                new SecretariatAssigned(office, new PublicText(name), from));
    }

    /// Brings the factions' seats to the derivation; a tie changes no seat until the lot is drawn (resolution 3.12).
    ///
    /// @param idsBegin what the ids of the factions' seats begin with
    Decision<Body> apportion(
            String council, LocalDate asOf, SeatApportionment derivation, String idsBegin) {
        if (apportioned(council, asOf, derivation.seats(), derivation.basis()).isPresent())
            return unchanged();
        if (!inForce(asOf)) return refused(Refusal.BODY_NOT_IN_FORCE);
        if (derivation.open() > 0) return refused(Refusal.SEATS_LEFT_OVER);
        var settled = apportionments.stream().filter(each -> !each.waitsForLot()).toList();
        if (settled.stream().anyMatch(each -> each.asOf().equals(asOf)))
            return refused(Refusal.APPORTIONED_OTHERWISE);
        if (settled.stream().anyMatch(each -> each.asOf().isAfter(asOf)))
            return refused(Refusal.LATER_APPORTIONMENT_EXISTS);
        var made = Apportioned.undrawn(council, asOf, derivation);
        if (made.waitsForLot())
            return lawful(
                    with(seats, settled, made),
                    List.of(
                            new TieFound(
                                    council, asOf, derivation.between(), derivation.seatsByLot())));
        return settle(settled, made, idsBegin);
    }

    /// Takes the lot that the chair drew (§ 50 Abs. 3 GO NRW as the measure).
    Decision<Body> drawLot(
            String council, LocalDate asOf, List<String> winners, LocalDate on, String idsBegin) {
        var found =
                apportionments.stream()
                        .filter(each -> each.answers(council, asOf) && each.derivation().tie())
                        .findFirst();
        if (found.isEmpty()) return refused(Refusal.NO_LOT_DUE);
        var tie = found.get();
        var drawn = tie.drawn(winners, on);
        if (drawn.equals(tie)) return unchanged();
        if (!tie.waitsForLot()) return refused(Refusal.LOT_ALREADY_DRAWN);
        if (!tie.canWin(winners)) return refused(Refusal.NOT_IN_THE_LOT);
        if (!inForce(on)) return refused(Refusal.BODY_NOT_IN_FORCE);
        return settle(
                apportionments.stream().filter(each -> !each.equals(tie)).toList(),
                drawn,
                idsBegin);
    }

    private Decision<Body> settle(List<Apportioned> others, Apportioned made, String idsBegin) {
        var adjusted = FactionSeats.adjust(seats, made, idsBegin);
        var derivation = made.derivation();
        var facts = new ArrayList<Fact>();
        facts.add(
                new SeatsApportioned(
                        made.council(),
                        made.asOf(),
                        derivation.basis(),
                        derivation.seats(),
                        made.result(),
                        derivation.tie()));
        facts.addAll(adjusted.facts());
        return lawful(with(adjusted.seats(), others, made), facts);
    }

    Optional<Apportioned> apportioned(
            String council, LocalDate asOf, int number, ApportionmentBasis basis) {
        return apportionments.stream()
                .filter(each -> each.isOf(council, asOf, number, basis))
                .findFirst();
    }

    boolean inForce(LocalDate date) {
        return new Period(charter.from(), until).contains(date);
    }

    Optional<Seat> seat(String seat) {
        return seats.stream().filter(each -> each.id().equals(seat)).findFirst();
    }

    Optional<Chair> chair(LocalDate date) {
        return chairs.stream().filter(each -> !each.from.isAfter(date)).reduce((_, newer) -> newer);
    }

    Optional<Secretariat> secretariat(LocalDate date) {
        return secretariats.stream()
                .filter(each -> !each.from.isAfter(date))
                .reduce((_, newer) -> newer);
    }

    /// The same body as somebody sees who may read who fills these seats, and of no other.
    Body withPeopleIn(Predicate<Seat> readable) {
        return with(
                seats.stream()
                        .map(seat -> readable.test(seat) ? seat : seat.withoutPeople())
                        .toList());
    }

    private Decision<Body> within(String id, Function<Seat, Decision<Seat>> command) {
        var found = seat(id);
        if (found.isEmpty()) return refused(Refusal.NO_SUCH_SEAT);
        return switch (command.apply(found.get())) {
            case Unchanged<Seat>() -> unchanged();
            case Refused<Seat>(var reason) -> refused(reason);
            case Changed<Seat>(var seat, var facts) -> {
                var next = new ArrayList<>(seats);
                next.set(next.indexOf(found.get()), seat);
                yield lawful(with(next), facts);
            }
        };
    }

    private static Decision<Body> lawful(Body next, List<? extends Fact> facts) {
        var objection = Votes.objection(next.seats, next.charter.votingSeats());
        return objection == null ? changed(next, facts) : refused(objection);
    }

    private Body with(List<Seat> nextSeats) {
        return new Body(id, charter, until, nextSeats, chairs, secretariats, apportionments);
    }

    private Body with(List<Seat> nextSeats, List<Apportioned> others, Apportioned made) {
        var next = new ArrayList<>(others);
        next.add(made);
        next.sort(Comparator.comparing(Apportioned::asOf));
        return new Body(id, charter, until, nextSeats, chairs, secretariats, next);
    }
}
