package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.membership.apportionment.SeatApportionment;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An apportionment as it was made on the composition then on record, with the lot that the chair drew (as municipal codes have it).
///
/// @param winners of the lot; empty without a tie, and until it is drawn
public record Apportioned(
        String council,
        LocalDate asOf,
        SeatApportionment derivation,
        List<String> winners,
        @Nullable LocalDate drawnOn) {
    public Apportioned {
        winners = List.copyOf(winners);
    }

    static Apportioned undrawn(String council, LocalDate asOf, SeatApportionment derivation) {
        return new Apportioned(council, asOf, derivation, List.of(), null);
    }

    Apportioned drawn(List<String> drawnWinners, LocalDate on) {
        return new Apportioned(
                council, asOf, derivation, drawnWinners.stream().sorted().toList(), on);
    }

    public boolean waitsForLot() {
        return derivation.tie() && drawnOn == null;
    }

    boolean answers(String otherCouncil, LocalDate otherAsOf) {
        return council.equals(otherCouncil) && asOf.equals(otherAsOf);
    }

    boolean isOf(String otherCouncil, LocalDate otherAsOf, int seats, ApportionmentBasis basis) {
        return answers(otherCouncil, otherAsOf)
                && derivation.seats() == seats
                && derivation.basis() == basis;
    }

    boolean canWin(List<String> candidates) {
        return candidates.size() == derivation.seatsByLot()
                && new TreeSet<>(candidates).size() == candidates.size()
                && derivation.between().containsAll(candidates);
    }

    public SortedMap<String, Integer> result() {
        return derivation.result(winners);
    }
}
