package de.stadtforum.membership.bodies;

import static de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis.ALL_MANDATES;
import static de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis.FACTION_MANDATES;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.membership.BodyFact.ApportionmentBasis;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.SeatsApportioned;
import de.stadtforum.contracts.membership.BodyFact.TieFound;
import de.stadtforum.membership.apportionment.SeatApportionment;
import de.stadtforum.membership.councils.Composition;
import de.stadtforum.membership.councils.Faction;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactionSeatsTests {
    private static final LocalDate BEGIN = LocalDate.parse("2024-01-15");
    private static final LocalDate LATER = LocalDate.parse("2024-11-15");
    private static final int[] COUNCIL = {27, 22, 20, 7, 5, 4, 3};
    private static final List<String> NAMES =
            List.of("spd", "gruene", "cdu", "linke-plus", "afd", "fdp-bl", "partei");

    @Test
    void createsTheTenSeatsOfTheFactions() {
        var decision = (Changed<Body>) apportion(assembly(), BEGIN, FACTION_MANDATES, COUNCIL);

        assertThat(decision.facts()).hasSize(11).first().isInstanceOf(SeatsApportioned.class);
        assertThat(decision.facts().subList(1, 11)).allMatch(SeatCreated.class::isInstance);
        assertThat(decision.state().seats())
                .extracting(Seat::id)
                .containsExactly(
                        "fraktion-spd-1",
                        "fraktion-spd-2",
                        "fraktion-spd-3",
                        "fraktion-gruene-1",
                        "fraktion-gruene-2",
                        "fraktion-gruene-3",
                        "fraktion-cdu-1",
                        "fraktion-cdu-2",
                        "fraktion-linke-plus-1",
                        "fraktion-afd-1");
    }

    @Test
    void aChangeInTheCouncilMovesASeatAndLeavesTheOthersFilled() {
        var before = state(apportion(assembly(), BEGIN, FACTION_MANDATES, COUNCIL));
        before = state(before.nameDelegate("fraktion-afd-1", "p-afd", BEGIN));
        before = state(before.nameDelegate("fraktion-gruene-1", "p-gruene", BEGIN));

        // three leave the green group for the FDP: 19 × 10/88 has the remainder 14/88, 7 × 10/88
        // has 70/88
        var decision =
                (Changed<Body>) apportion(before, LATER, FACTION_MANDATES, 27, 19, 20, 7, 5, 7, 3);

        assertThat(decision.facts())
                .filteredOn(fact -> !(fact instanceof SeatsApportioned))
                .hasSize(2)
                .satisfiesExactly(
                        gone ->
                                assertThat(gone)
                                        .isEqualTo(
                                                new SeatWithdrawn(
                                                        "fraktion-gruene-3", LATER.minusDays(1))),
                        come ->
                                assertThat(((SeatCreated) come).seat())
                                        .isEqualTo("fraktion-fdp-bl-1"));
        assertThat(FactionSeats.held(decision.state().seats(), LATER.minusDays(1)))
                .containsEntry("gruene", 3)
                .doesNotContainKey("fdp-bl");
        assertThat(FactionSeats.held(decision.state().seats(), LATER))
                .containsEntry("gruene", 2)
                .containsEntry("fdp-bl", 1);
    }

    @Test
    void aVacantSeatGoesBeforeAFilledOneAndItsNumberIsNotGivenAgain() {
        var body = state(apportion(assembly(), BEGIN, FACTION_MANDATES, COUNCIL));
        body = state(body.nameDelegate("fraktion-gruene-3", "p-3", BEGIN));
        body = state(body.nameDelegate("fraktion-gruene-2", "p-2", BEGIN));
        body = state(apportion(body, LATER, FACTION_MANDATES, 27, 19, 20, 7, 5, 7, 3));

        assertThat(body.seat("fraktion-gruene-1").orElseThrow().inForce(LATER)).isFalse();
        assertThat(body.seat("fraktion-gruene-3").orElseThrow().inForce(LATER)).isTrue();

        body = state(apportion(body, LATER.plusYears(1), FACTION_MANDATES, COUNCIL));
        assertThat(body.seat("fraktion-gruene-4").orElseThrow().period().from())
                .isEqualTo(LATER.plusYears(1));
    }

    @Test
    void aTieCreatesNoSeatUntilTheLotIsDrawn() {
        var decision = (Changed<Body>) apportion(assembly(), BEGIN, ALL_MANDATES, COUNCIL);
        var tied = decision.state();

        assertThat(tied.seats()).isEmpty();
        assertThat(decision.facts())
                .containsExactly(new TieFound("rat-2020", BEGIN, List.of("fdp-bl", "gruene"), 1));
        assertThat(tied.drawLot("rat-2020", BEGIN, List.of("spd"), BEGIN, "fraktion-"))
                .isEqualTo(refused(Refusal.NOT_IN_THE_LOT));
        assertThat(tied.drawLot("rat-2020", BEGIN, List.of("fdp-bl", "gruene"), BEGIN, "fraktion-"))
                .isEqualTo(refused(Refusal.NOT_IN_THE_LOT));
        assertThat(tied.drawLot("rat-2020", LATER, List.of("fdp-bl"), BEGIN, "fraktion-"))
                .isEqualTo(refused(Refusal.NO_LOT_DUE));

        var drawn =
                (Changed<Body>)
                        tied.drawLot(
                                "rat-2020",
                                BEGIN,
                                List.of("fdp-bl"),
                                BEGIN.plusDays(2),
                                "fraktion-");
        assertThat(((SeatsApportioned) drawn.facts().getFirst()).byLot()).isTrue();
        assertThat(FactionSeats.held(drawn.state().seats(), BEGIN))
                .containsEntry("fdp-bl", 1)
                .containsEntry("gruene", 2);
        assertThat(
                        drawn.state()
                                .drawLot(
                                        "rat-2020",
                                        BEGIN,
                                        List.of("fdp-bl"),
                                        BEGIN.plusDays(2),
                                        "fraktion-"))
                .isEqualTo(unchanged());
        assertThat(
                        drawn.state()
                                .drawLot(
                                        "rat-2020",
                                        BEGIN,
                                        List.of("gruene"),
                                        BEGIN.plusDays(2),
                                        "fraktion-"))
                .isEqualTo(refused(Refusal.LOT_ALREADY_DRAWN));
        assertThat(apportion(drawn.state(), BEGIN, ALL_MANDATES, COUNCIL)).isEqualTo(unchanged());
    }

    @Test
    void aTieThatNobodyDrewGivesWayToAnotherBasis() {
        var tied = state(apportion(assembly(), BEGIN, ALL_MANDATES, COUNCIL));
        var body = state(apportion(tied, BEGIN, FACTION_MANDATES, COUNCIL));

        assertThat(body.apportionments()).hasSize(1);
        assertThat(apportion(body, BEGIN, ALL_MANDATES, COUNCIL))
                .isEqualTo(refused(Refusal.APPORTIONED_OTHERWISE));
    }

    @Test
    void apportionmentsAreMadeInTheOrderOfTheirDays() {
        var body = state(apportion(assembly(), LATER, FACTION_MANDATES, COUNCIL));

        assertThat(apportion(body, LATER, FACTION_MANDATES, COUNCIL)).isEqualTo(unchanged());
        assertThat(apportion(body, BEGIN, FACTION_MANDATES, COUNCIL))
                .isEqualTo(refused(Refusal.LATER_APPORTIONMENT_EXISTS));
    }

    @Test
    void refusesMoreSeatsThanTheBodyHasVotesOrTheFactionsHaveClaims() {
        var none = SeatApportionment.of(council(0, 0, 0, 0, 0, 0, 0), 10, FACTION_MANDATES);
        var many = SeatApportionment.of(council(COUNCIL), 21, FACTION_MANDATES);

        assertThat(assembly().apportion("rat-2020", BEGIN, none, "fraktion-"))
                .isEqualTo(refused(Refusal.SEATS_LEFT_OVER));
        assertThat(assembly().apportion("rat-2020", BEGIN, many, "fraktion-"))
                .isEqualTo(refused(Refusal.ALL_VOTING_SEATS_TAKEN));
    }

    @Test
    void anApportionmentThatIsKeptAnswersWithItsOwnDerivation() {
        var body = state(apportion(assembly(), BEGIN, FACTION_MANDATES, COUNCIL));

        assertThat(body.apportioned("rat-2020", BEGIN, 10, FACTION_MANDATES).orElseThrow().result())
                .containsAllEntriesOf(
                        Map.of(
                                "spd",
                                3,
                                "gruene",
                                3,
                                "cdu",
                                2,
                                "linke-plus",
                                1,
                                "afd",
                                1,
                                "fdp-bl",
                                0,
                                "partei",
                                0));
    }

    private static Body assembly() {
        return state(
                Body.establish(
                        null,
                        "vollversammlung",
                        new Charter(
                                BodyKind.ASSEMBLY,
                                "Vollversammlung",
                                20,
                                3,
                                Publicity.PUBLIC,
                                null,
                                BEGIN)));
    }

    private static Decision<Body> apportion(
            Body body, LocalDate asOf, ApportionmentBasis basis, int... mandates) {
        return body.apportion(
                "rat-2020", asOf, SeatApportionment.of(council(mandates), 10, basis), "fraktion-");
    }

    private static Composition council(int... mandates) {
        var factions =
                IntStream.range(0, mandates.length)
                        .mapToObj(each ->
                                new Faction(NAMES.get(each), NAMES.get(each), mandates[each]))
                        .toList();
        return new Composition(
                BEGIN,
                factions,
                List.of(new Faction("rechte", "Rechte", 1), new Faction("bvt", "BVT", 1)));
    }

    private static Body state(Decision<Body> decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed<Body>) decision).state();
    }
}
