package de.stadtforum.membership.apportionment;

import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.membership.apportionment.Claim.Extra;
import de.stadtforum.membership.councils.Composition;
import de.stadtforum.membership.councils.Faction;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Seats by largest remainder: first the whole part of `mandates × seats ÷ total`, then one each to the largest remainders; equal remainders at the cut draw lots (resolution 3.12, as municipal codes have it).
///
/// @param total the mandates that the quota is taken of
/// @param seatsByLot how many seats the claims marked [Extra#LOT] draw for
/// @param open seats that nobody has a claim to, because the total counts councillors who send nobody
public record SeatApportionment(
        ApportionmentBasis basis,
        int seats,
        int total,
        List<Claim> claims,
        int seatsByLot,
        int open) {
    public SeatApportionment {
        claims = List.copyOf(claims);
    }

    public static SeatApportionment of(Composition council, int seats, ApportionmentBasis basis) {
        var total =
                switch (basis) {
                    case FACTION_MANDATES -> council.factionMandates();
                    case ALL_MANDATES -> council.factionMandates() + council.unattachedMandates();
                    case UNKNOWN -> throw new IllegalArgumentException("a basis is known");
                };
        var claims =
                council.factions().stream()
                        .map(faction -> claim(faction, seats, Math.max(total, 1)))
                        .toList();
        var rest = seats - claims.stream().mapToInt(Claim::floor).sum();
        return ranked(claims, rest, seats, total, basis);
    }

    private static Claim claim(Faction faction, int seats, int total) {
        var quota = new Fraction(Math.multiplyExact((long) faction.mandates(), seats), total);
        return new Claim(
                faction.id(),
                faction.name(),
                faction.mandates(),
                quota,
                Math.toIntExact(quota.whole()),
                quota.remainder(),
                0,
                Extra.NONE);
    }

    private static SeatApportionment ranked(
            List<Claim> claims, int rest, int seats, int total, ApportionmentBasis basis) {
        var remainders =
                claims.stream().map(Claim::remainder).sorted(Comparator.reverseOrder()).toList();
        var claimants = remainders.stream().filter(each -> !each.isZero()).count();
        var toGive = Math.toIntExact(Math.min(rest, claimants));
        var ranked =
                claims.stream()
                        .map(claim ->
                                claim.with(
                                        rankOf(claim.remainder(), remainders),
                                        extra(claim.remainder(), remainders, toGive)))
                        .toList();
        var given = ranked.stream().filter(claim -> claim.extra() == Extra.SEAT).count();
        return new SeatApportionment(
                basis, seats, total, ranked, toGive - Math.toIntExact(given), rest - toGive);
    }

    private static int rankOf(Fraction remainder, List<Fraction> descending) {
        return 1
                + Math.toIntExact(
                        descending.stream().filter(each -> each.compareTo(remainder) > 0).count());
    }

    private static Extra extra(Fraction remainder, List<Fraction> descending, int toGive) {
        if (toGive == 0) return Extra.NONE;
        var last = descending.get(toGive - 1);
        var order = remainder.compareTo(last);
        if (order > 0) return Extra.SEAT;
        if (order < 0) return Extra.NONE;
        var next = toGive < descending.size() && descending.get(toGive).compareTo(last) == 0;
        return next ? Extra.LOT : Extra.SEAT;
    }

    public boolean tie() {
        return seatsByLot > 0;
    }

    /// The factions that draw lots, by id.
    public List<String> between() {
        return claims.stream()
                .filter(claim -> claim.extra() == Extra.LOT)
                .map(Claim::faction)
                .sorted()
                .toList();
    }

    /// Seats by faction once the lot has fallen; without a tie there are no winners.
    public SortedMap<String, Integer> result(Collection<String> winners) {
        var result = new TreeMap<String, Integer>();
        claims.forEach(claim ->
                result.put(
                        claim.faction(),
                        claim.seats() + (winners.contains(claim.faction()) ? 1 : 0)));
        return result;
    }
}
