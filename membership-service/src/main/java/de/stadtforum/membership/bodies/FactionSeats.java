package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.membership.apportionment.Claim;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The factions' votes in a body, brought to what an apportionment says: vacant seats go first, then those with the highest number (resolution 3.11).
final class FactionSeats {
    private FactionSeats() {}

    record Adjusted(List<Seat> seats, List<Fact> facts) {}

    static boolean isOne(Seat seat) {
        return seat.votes() && seat.basis() == SeatBasis.FACTION;
    }

    static SortedMap<String, Integer> held(List<Seat> seats, LocalDate date) {
        var held = new TreeMap<String, Integer>();
        seats.stream()
                .filter(seat -> isOne(seat) && seat.inForce(date))
                .forEach(seat -> held.merge(seat.holder(), 1, Integer::sum));
        return held;
    }

    /// What would change for each faction; those for which nothing does are left out.
    static SortedMap<String, Integer> difference(
            SortedMap<String, Integer> before, SortedMap<String, Integer> after) {
        var difference = new TreeMap<String, Integer>();
        before.forEach((faction, seats) -> difference.merge(faction, -seats, Integer::sum));
        after.forEach((faction, seats) -> difference.merge(faction, seats, Integer::sum));
        difference.values().removeIf(change -> change == 0);
        return difference;
    }

    /// @param idsBegin what the ids of the seats begin with
    static Adjusted adjust(List<Seat> seats, Apportioned apportioned, String idsBegin) {
        var asOf = apportioned.asOf();
        var due = apportioned.result();
        var next = new ArrayList<>(seats);
        var facts = new ArrayList<Fact>();
        held(seats, asOf)
                .forEach((faction, held) ->
                        mostDispensable(seats, faction, asOf).stream()
                                .limit(Math.max(0, held - due.getOrDefault(faction, 0)))
                                .forEach(seat -> {
                                    if (seat.withdraw(asOf.minusDays(1))
                                            instanceof Changed<Seat>(var gone, var told)) {
                                        next.set(next.indexOf(seat), gone);
                                        facts.addAll(told);
                                    }
                                }));
        for (var claim : apportioned.derivation().claims()) {
            var wanted = due.getOrDefault(claim.faction(), 0);
            for (var held = held(next, asOf).getOrDefault(claim.faction(), 0);
                    held < wanted;
                    held++) {
                var seat = another(next, claim, asOf, idsBegin);
                next.add(seat);
                facts.add(seat.told());
            }
        }
        return new Adjusted(next, facts);
    }

    private static List<Seat> mostDispensable(List<Seat> seats, String faction, LocalDate date) {
        return seats.stream()
                .filter(seat -> isOne(seat) && seat.holder().equals(faction) && seat.inForce(date))
                .sorted(
                        Comparator.<Seat>comparingInt(
                                        seat -> seat.delegation(date).isPresent() ? 1 : 0)
                                .thenComparing(
                                        Comparator.<Seat>comparingInt(seats::indexOf).reversed()))
                .toList();
    }

    /// A number once given is never given again.
    private static Seat another(List<Seat> seats, Claim claim, LocalDate from, String idsBegin) {
        for (var number = 1; ; number++) {
            var id = idsBegin + claim.faction() + "-" + number;
            if (seats.stream().noneMatch(seat -> seat.id().equals(id)))
                return Seat.created(
                        id,
                        SeatKind.VOTING,
                        SeatBasis.FACTION,
                        claim.faction(),
                        claim.name(),
                        from);
        }
    }
}
