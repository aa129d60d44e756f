package de.stadtforum.session.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.membership.BodyFact.SeatWithdrawn;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RosterTests {
    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);

    @Test
    void theDateOfADelegationDecidesAndNotTheOrderInWhichItWasTold() {
        var seat =
                roster(
                                new DelegateNamed("polizei", "p-late", JANUARY.plusMonths(4)),
                                new DelegateNamed("polizei", "p-early", JANUARY))
                        .seats()
                        .get("polizei");

        assertThat(seat.delegateOn(JANUARY.minusDays(1))).isNull();
        assertThat(seat.delegateOn(JANUARY)).isEqualTo("p-early");
        assertThat(seat.delegateOn(JANUARY.plusMonths(4))).isEqualTo("p-late");
    }

    @Test
    void aSeatIsVacantAfterTheLastDayOfItsDelegation() {
        var seat =
                roster(
                                new DelegateNamed("polizei", "ada", JANUARY),
                                new DelegationEnded("polizei", "ada", JANUARY.plusDays(10)))
                        .seats()
                        .get("polizei");

        assertThat(seat.delegateOn(JANUARY.plusDays(10))).isEqualTo("ada");
        assertThat(seat.delegateOn(JANUARY.plusDays(11))).isNull();
    }

    @Test
    void deputiesAreAskedByRankAndTheLastNamedForARankHasIt() {
        var seat =
                roster(
                                new DeputyNamed("polizei", "second", 2, JANUARY),
                                new DeputyNamed("polizei", "former", 1, JANUARY),
                                new DeputyNamed("polizei", "first", 1, JANUARY.plusDays(1)))
                        .seats()
                        .get("polizei");

        assertThat(seat.deputiesOn(JANUARY.plusDays(1))).containsExactly("first", "second");
        assertThat(seat.deputiesOn(JANUARY)).containsExactly("former", "second");
    }

    @Test
    void aWithdrawnSeatCountsUntilItsLastDay() {
        var roster = roster(new SeatWithdrawn("polizei", JANUARY.plusDays(5)));

        assertThat(roster.votingSeatsOn(JANUARY.plusDays(5))).containsOnlyKeys("polizei");
        assertThat(roster.votingSeatsOn(JANUARY.plusDays(6))).isEmpty();
    }

    private static Roster roster(BodyFact... more) {
        var roster =
                Roster.NONE
                        .after(
                                new BodyEstablished(
                                        BodyKind.ASSEMBLY,
                                        new PublicText("Vollversammlung"),
                                        20,
                                        3,
                                        Publicity.PUBLIC,
                                        null,
                                        JANUARY))
                        .after(
                                new SeatCreated(
                                        "polizei",
                                        SeatKind.VOTING,
                                        SeatBasis.INSTITUTION,
                                        "polizei",
                                        new PublicText("Polizei Dortmund"),
                                        JANUARY));
        for (var fact : more) roster = roster.after(fact);
        return roster;
    }
}
