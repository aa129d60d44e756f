package de.stadtforum.membership.apportionment;

/// What one faction may claim: its quota, the whole seats in it, and what becomes of the remainder.
///
/// @param rank of the remainder among all; equal remainders share a rank
public record Claim(
        String faction,
        String name,
        int mandates,
        Fraction quota,
        int floor,
        Fraction remainder,
        int rank,
        Extra extra) {
    /// What the remainder brings.
    public enum Extra {
        NONE,
        SEAT,
        LOT
    }

    /// Certain seats, before any lot.
    public int seats() {
        return extra == Extra.SEAT ? floor + 1 : floor;
    }

    Claim with(int newRank, Extra newExtra) {
        return new Claim(faction, name, mandates, quota, floor, remainder, newRank, newExtra);
    }
}
