package de.stadtforum.reporting.calculation.v1;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatTermsTests {
    @ParameterizedTest
    @CsvSource({
        "2024-01-31, false",
        "2024-02-01, true",
        "2024-05-31, true",
        "2024-06-01, true",
        "2024-12-31, true"
    })
    void aTermEnteredLateLeavesTheLaterTermOfTheSamePersonStanding(LocalDate day, boolean filled) {
        var seat =
                seat(
                        new DelegateNamed("polizei", "p-1", day("2024-06-01")),
                        new DelegateNamed("polizei", "p-1", day("2024-02-01")),
                        new DelegationEnded("polizei", "p-1", day("2024-05-31")));
        assertThat(seat.filled(day)).isEqualTo(filled);
    }

    @Test
    void anEndBetweenTwoTermsOfOnePersonLeavesAVacancyOnlyThere() {
        var seat =
                seat(
                        new DelegateNamed("polizei", "p-1", day("2024-01-01")),
                        new DelegationEnded("polizei", "p-1", day("2024-03-31")),
                        new DelegateNamed("polizei", "p-1", day("2024-05-01")));
        assertThat(seat.filled(day("2024-03-31"))).isTrue();
        assertThat(seat.filled(day("2024-04-15"))).isFalse();
        assertThat(seat.filled(day("2024-05-01"))).isTrue();
    }

    private static SeatHistory seat(BodyFact... facts) {
        var created =
                new SeatCreated(
                        "polizei",
                        SeatKind.VOTING,
                        SeatBasis.INSTITUTION,
                        "polizei",
                        new PublicText("Polizei"),
                        day("2024-01-01"));
        return Stream.of(facts)
                .reduce(BodyHistory.NONE.after(created), BodyHistory::after, (one, _) -> one)
                .seats()
                .get("polizei");
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
