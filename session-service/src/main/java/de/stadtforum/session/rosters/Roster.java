package de.stadtforum.session.rosters;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.BodyEnded;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DelegationWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.DeputyEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What this service knows of a body and its seats: a fold of the facts that membership tells.
///
/// @param votingSeats the statutory number of votes; 0 where it is the number of voting seats
/// @param meetingsPerYear the least number of meetings a year; 0 for "as needed"
public record Roster(
        BodyKind kind,
        String name,
        int votingSeats,
        int meetingsPerYear,
        Publicity publicity,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String chairSeat,
        SortedMap<String, Seat> seats) {
    public static final Roster NONE =
            new Roster(
                    BodyKind.UNKNOWN,
                    "",
                    0,
                    0,
                    Publicity.UNKNOWN,
                    null,
                    null,
                    null,
                    new TreeMap<>());

    public Roster after(BodyFact fact) {
        return switch (fact) {
            case BodyEstablished(
                            var is,
                            var named,
                            var votes,
                            var yearly,
                            var open,
                            _,
                            var since) ->
                    new Roster(
                            is, named.text(), votes, yearly, open, since, until, chairSeat, seats);
            case SeatCreated(var seat, var is, _, _, var named, var from) ->
                    with(seat, new Seat(is, named.text(), from, null, List.of(), List.of()));
            case SeatWithdrawn(var seat, var end) -> change(seat, it -> it.withdrawn(end));
            case DelegateNamed(var seat, var person, var from) ->
                    change(seat, it -> it.delegated(person, from));
            case DelegationEnded(var seat, var person, var end) ->
                    change(seat, it -> it.delegationEnded(person, end));
            case DeputyNamed(var seat, var person, var rank, var from) ->
                    change(seat, it -> it.deputised(person, rank, from));
            case DeputyEnded(var seat, var person, var end) ->
                    change(seat, it -> it.deputyEnded(person, end));
            case DelegationWithdrawn(var seat, var person, _) ->
                    change(seat, it -> it.delegationWithdrawn(person));
            case DeputyWithdrawn(var seat, var person, _) ->
                    change(seat, it -> it.deputyWithdrawn(person));
            case ChairAssigned(var seat, _) ->
                    new Roster(
                            kind,
                            name,
                            votingSeats,
                            meetingsPerYear,
                            publicity,
                            from,
                            until,
                            seat,
                            seats);
            case BodyEnded(var end) ->
                    new Roster(
                            kind,
                            name,
                            votingSeats,
                            meetingsPerYear,
                            publicity,
                            from,
                            end,
                            chairSeat,
                            seats);
            default -> this;
        };
    }

    /// The steering group, and whoever is set up so, meets behind closed doors.
    public boolean meetsClosed() {
        return kind == BodyKind.STEERING_GROUP || publicity == Publicity.CLOSED;
    }

    /// Who sits here on this day: the seat's delegate, or with `deputy` somebody named for it while it has a delegate.
    public boolean mayFill(String seat, String person, boolean deputy, LocalDate day) {
        var there = seatsOn(day).get(seat);
        return there != null && there.mayBeFilledBy(person, deputy, day);
    }

    /// A body that a program has heard of only by name is not there yet.
    public boolean existsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    public SortedMap<String, Seat> seatsOn(LocalDate day) {
        var there = new TreeMap<String, Seat>();
        seats.forEach((id, seat) -> {
            if (seat.existsOn(day)) there.put(id, seat);
        });
        return there;
    }

    public SortedMap<String, Seat> votingSeatsOn(LocalDate day) {
        var voting = new TreeMap<>(seatsOn(day));
        voting.values().removeIf(seat -> seat.kind() != SeatKind.VOTING);
        return voting;
    }

    /// The number that the quorum is measured by (§ 49 GO NRW).
    public int statutoryVotesOn(LocalDate day) {
        return votingSeats > 0 ? votingSeats : votingSeatsOn(day).size();
    }

    /// Who belongs to the body on this day, as delegate, deputy or guest.
    public boolean belongsTo(String person, LocalDate day) {
        return seatsOn(day).values().stream()
                .anyMatch(seat ->
                        person.equals(seat.delegateOn(day)) || seat.deputisedBy(person, day));
    }

    private Roster change(String seat, UnaryOperator<Seat> change) {
        var known = seats.get(seat);
        return known == null ? this : with(seat, change.apply(known));
    }

    private Roster with(String seat, Seat next) {
        var all = new TreeMap<>(seats);
        all.put(seat, next);
        return new Roster(
                kind, name, votingSeats, meetingsPerYear, publicity, from, until, chairSeat, all);
    }
}
