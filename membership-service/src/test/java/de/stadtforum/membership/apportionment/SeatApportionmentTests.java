package de.stadtforum.membership.apportionment;

import static de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis.ALL_MANDATES;
import static de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis.FACTION_MANDATES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.membership.apportionment.Claim.Extra;
import de.stadtforum.membership.councils.Composition;
import de.stadtforum.membership.councils.Faction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeatApportionmentTests {
    private static final String COUNCIL_2020 =
            "spd 27, gruene 22, cdu 20, linke-plus 7, afd 5, fdp-bl 4, partei 3";
    private static final String COUNCIL_2025 =
            "spd 26, cdu 23, afd 18, gruene 17, linke-tierschutz 10";

    @ParameterizedTest(name = "{0} for {2} seats, {1} unattached: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    spd 27, gruene 22, cdu 20, linke-plus 7, afd 5, fdp-bl 4, partei 3 | 2  | 10 | FACTION_MANDATES | afd 1, cdu 2, fdp-bl 0, gruene 3, linke-plus 1, partei 0, spd 3
                    spd 26, cdu 23, afd 18, gruene 17, linke-tierschutz 10             | 10 | 10 | FACTION_MANDATES | afd 2, cdu 2, gruene 2, linke-tierschutz 1, spd 3
                    spd 26, cdu 23, afd 18, gruene 17, linke-tierschutz 10             | 10 | 10 | ALL_MANDATES     | afd 2, cdu 2, gruene 2, linke-tierschutz 1, spd 3
                    one 7                                                              | 0  | 10 | FACTION_MANDATES | one 10
                    one 7, none 0                                                      | 0  | 3  | FACTION_MANDATES | none 0, one 3
                    a 5, b 5                                                           | 0  | 4  | FACTION_MANDATES | a 2, b 2
                    a 60, b 25, c 15                                                   | 0  | 1  | FACTION_MANDATES | a 1, b 0, c 0
                    """)
    void givesTheSeatsOfTheTable(
            String factions, int unattached, int seats, ApportionmentBasis basis, String result) {
        var apportionment = SeatApportionment.of(council(factions, unattached), seats, basis);

        assertThat(apportionment.tie()).isFalse();
        assertThat(apportionment.open()).isZero();
        assertThat(words(apportionment)).isEqualTo(result);
    }

    @Test
    void showsHowTheCouncilOf2020WasDerived() {
        var claims = SeatApportionment.of(council(COUNCIL_2020, 2), 10, FACTION_MANDATES).claims();

        assertThat(claims)
                .extracting(
                        Claim::faction,
                        Claim::quota,
                        Claim::floor,
                        Claim::remainder,
                        Claim::rank,
                        Claim::extra)
                .containsExactly(
                        row("spd", 270, 3, 6, 7, Extra.NONE),
                        row("gruene", 220, 2, 44, 3, Extra.SEAT),
                        row("cdu", 200, 2, 24, 6, Extra.NONE),
                        row("linke-plus", 70, 0, 70, 1, Extra.SEAT),
                        row("afd", 50, 0, 50, 2, Extra.SEAT),
                        row("fdp-bl", 40, 0, 40, 4, Extra.NONE),
                        row("partei", 30, 0, 30, 5, Extra.NONE));
    }

    private static org.assertj.core.groups.Tuple row(
            String faction, int numerator, int floor, int remainder, int rank, Extra extra) {
        return org.assertj.core.api.Assertions.tuple(
                faction,
                new Fraction(numerator, 88),
                floor,
                new Fraction(remainder, 88),
                rank,
                extra);
    }

    @Test
    void findsTheTieOfTheBaseOf90AndLeavesItToTheLot() {
        var apportionment = SeatApportionment.of(council(COUNCIL_2020, 2), 10, ALL_MANDATES);

        assertThat(apportionment.seatsByLot()).isEqualTo(1);
        assertThat(apportionment.between()).containsExactly("fdp-bl", "gruene");
        assertThat(apportionment.claims())
                .filteredOn(claim -> claim.extra() == Extra.LOT)
                .allSatisfy(claim -> assertThat(claim.remainder()).hasToString("40/90"));
        assertThat(apportionment.result(List.of()))
                .contains(entry("gruene", 2), entry("fdp-bl", 0), entry("spd", 3));
        assertThat(apportionment.result(List.of("fdp-bl")))
                .contains(entry("gruene", 2), entry("fdp-bl", 1));
    }

    @Test
    void severalMayDrawForSeveralSeats() {
        var apportionment =
                SeatApportionment.of(council("a 1, b 1, c 1, d 1", 0), 2, FACTION_MANDATES);

        assertThat(apportionment.seatsByLot()).isEqualTo(2);
        assertThat(apportionment.between()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void equalRemaindersAboveTheCutNeedNoLot() {
        var apportionment = SeatApportionment.of(council("a 3, b 3, c 1", 0), 3, FACTION_MANDATES);

        assertThat(apportionment.tie()).isFalse();
        assertThat(words(apportionment)).isEqualTo("a 1, b 1, c 1"); // quotas 9/7, 9/7 and 3/7
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a 0, b 0"})
    void nobodyHasAClaimWithoutMandates(String factions) {
        var apportionment = SeatApportionment.of(council(factions, 0), 10, FACTION_MANDATES);

        assertThat(apportionment.open()).isEqualTo(10);
        assertThat(apportionment.tie()).isFalse();
    }

    @Test
    void saysHowManySeatsAreLeftOverWhenTheUnattachedWeighTooMuch() {
        var apportionment = SeatApportionment.of(council("a 3", 97), 10, ALL_MANDATES);

        assertThat(words(apportionment)).isEqualTo("a 1");
        assertThat(apportionment.open()).isEqualTo(9);
    }

    @Test
    void alwaysGivesAllSeatsAndEachItsQuotaRoundedDownOrUp() {
        var random = new Random(20231212);
        for (var round = 0; round < 5_000; round++) {
            var factions = new ArrayList<Faction>();
            for (var number = 0; number <= random.nextInt(9); number++)
                factions.add(
                        new Faction("f" + number, "F", random.nextInt(30) + (number == 0 ? 1 : 0)));
            var seats = 1 + random.nextInt(25);
            var council = new Composition(LocalDate.EPOCH, factions, List.of());

            var apportionment = SeatApportionment.of(council, seats, FACTION_MANDATES);
            var winners = apportionment.between().subList(0, apportionment.seatsByLot());
            var result = apportionment.result(winners);

            assertThat(result.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(seats);
            for (var claim : apportionment.claims()) {
                var exact = (double) claim.mandates() * seats / council.factionMandates();
                assertThat((double) result.get(claim.faction()))
                        .isBetween(Math.floor(exact), Math.floor(exact) + 1);
                if (claim.remainder().isZero())
                    assertThat(result.get(claim.faction())).isEqualTo(claim.floor());
            }
        }
    }

    @Test
    void moreMandatesNeverMeanFewerSeatsThanAnotherFaction() {
        var result =
                SeatApportionment.of(council(COUNCIL_2025, 10), 10, FACTION_MANDATES)
                        .result(List.of());

        assertThat(Stream.of("spd", "cdu", "afd", "gruene", "linke-tierschutz").map(result::get))
                .isSortedAccordingTo((one, other) -> other - one);
    }

    private static Composition council(String factions, int unattached) {
        var parsed =
                Stream.of(factions.split(", "))
                        .filter(each -> !each.isBlank())
                        .map(each -> each.split(" "))
                        .map(each -> new Faction(each[0], each[0], Integer.parseInt(each[1])))
                        .toList();
        var others =
                unattached == 0
                        ? List.<Faction>of()
                        : List.of(new Faction("single", "Single", unattached));
        return new Composition(LocalDate.parse("2023-12-12"), parsed, others);
    }

    private static String words(SeatApportionment apportionment) {
        return apportionment.result(List.of()).entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(joining(", "));
    }
}
