package de.stadtforum.reporting.reports;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.reporting.ReportFact.DeliveryWithdrawn;
import de.stadtforum.contracts.reporting.ReportFact.ReportReleased;
import de.stadtforum.contracts.reporting.ReportFact.ReportWithdrawn;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.reports.InterimReport.Refusal;
import de.stadtforum.reporting.reports.Recalculation.By;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterimReportTests {
    private static final LocalDate RELEASED = LocalDate.parse("2024-09-03");
    private static final LocalDate GIVEN = LocalDate.parse("2024-09-10");
    private static final LocalDate TODAY = LocalDate.parse("2024-10-01");
    private static final InterimReport REPORT =
            new InterimReport(
                    "b",
                    "2024-H1",
                    RELEASED,
                    2,
                    "{}",
                    "00",
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of(),
                    new TreeMap<>(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "2024-H1");

    private static InterimReport changed(Decision<InterimReport> decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed<InterimReport>) decision).state();
    }

    /// Reports of 2001-H1, 2026-H1 and 2027-H1 were released.
    @Test
    void aHalfYearIsReportedWhenItIsOverAndNotBeforeTheProcessBegan() {
        var begun = LocalDate.parse("2024-01-10");
        assertThat(InterimReport.reportable(Period.halfYear(2024, 1), RELEASED, begun))
                .isEqualTo(unchanged());
        assertThat(
                        InterimReport.reportable(
                                Period.halfYear(2024, 1), LocalDate.parse("2024-06-30"), begun))
                .isEqualTo(refused(Refusal.HALF_YEAR_NOT_OVER));
        assertThat(InterimReport.reportable(Period.halfYear(2024, 2), RELEASED, begun))
                .isEqualTo(refused(Refusal.HALF_YEAR_NOT_OVER));
        assertThat(InterimReport.reportable(Period.halfYear(2001, 1), RELEASED, begun))
                .isEqualTo(refused(Refusal.HALF_YEAR_BEFORE_THE_PROCESS));
    }

    @Test
    void aReportIsDeliveredToTheCommitteeItIsOwedToAfterItsRelease() {
        assertThat(REPORT.deliver("gibtsnicht", GIVEN, "abooab"))
                .isEqualTo(refused(Refusal.NOT_OWED_TO_THIS_BODY));
        assertThat(REPORT.deliver("abooab", RELEASED.minusDays(1), "abooab"))
                .isEqualTo(refused(Refusal.NOT_RELEASED_YET));
        assertThat(changed(REPORT.deliver("abooab", GIVEN, "abooab")).counts()).isTrue();
    }

    @Test
    void aDeliveryNotedByMistakeIsWithdrawnVisibly() {
        var given = changed(REPORT.deliver("abooab", GIVEN, "abooab"));
        var decision = given.withdrawDelivery("abooab", "Falscher Tag", TODAY);
        var without = changed(decision);
        assertThat(((Changed<InterimReport>) decision).facts())
                .containsExactly(new DeliveryWithdrawn("abooab", TODAY));
        assertThat(without.delivered()).isEmpty();
        assertThat(without.corrections())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.reason()).isEqualTo("Falscher Tag");
                    assertThat(each.before()).isEqualTo("10. September 2024");
                });
        assertThat(without.withdrawDelivery("abooab", "Falscher Tag", TODAY))
                .isEqualTo(unchanged());
        assertThat(REPORT.withdrawDelivery("abooab", "Falscher Tag", TODAY))
                .isEqualTo(refused(Refusal.NEVER_GIVEN));
        assertThat(changed(without.deliver("abooab", GIVEN.plusDays(1), "abooab")).counts())
                .isTrue();
    }

    @Test
    void aWithdrawnReportKeepsItsFiguresAndCountsNoMore() {
        var given = changed(REPORT.deliver("abooab", GIVEN, "abooab"));
        var decision = given.withdraw("Falsche Zahl", TODAY);
        var gone = changed(decision);
        assertThat(((Changed<InterimReport>) decision).facts())
                .containsExactly(new ReportWithdrawn(new PublicText("Falsche Zahl"), TODAY));
        assertThat(gone.figures()).isEqualTo(REPORT.figures());
        assertThat(gone.counts()).isFalse();
        assertThat(gone.withdraw("Falsche Zahl", TODAY)).isEqualTo(unchanged());
        assertThat(gone.withdraw("Anderer Grund", TODAY))
                .isEqualTo(refused(Refusal.REPORT_WITHDRAWN));
        assertThat(gone.again(REPORT.period(), RELEASED))
                .isEqualTo(refused(Refusal.REPORT_WITHDRAWN));
        assertThat(changed(REPORT.withdraw("x", TODAY)).deliver("abooab", GIVEN, "abooab"))
                .isEqualTo(refused(Refusal.REPORT_WITHDRAWN));
    }

    @Test
    void aReportOfYesterdayIsReadAndProvenWithItsOwnCalculation() {
        var old =
                FactMapper.create()
                        .readValue(
                                """
                                {"id":"b","halfYear":"2024-H1","releasedOn":"2024-09-03","calculation":1,
                                "figures":"{}","hash":"00","ends":{},"delivered":{}}
                                """,
                                InterimReport.class);
        assertThat(old.withdrawn()).isFalse();
        assertThat(old.corrections()).isEmpty();
        assertThat(old.period()).isEqualTo(Period.halfYear(2024, 1));
        assertThat(old.recalculations()).isEmpty();
        assertThat(old.point().folds()).as("today's folds").isEmpty();
        assertThat(old.point().drops()).as("today's drops").isNull();
    }

    /// Two different halves of a year never meet, nor do two quarters; a quarter and its half-year may both be reported on.
    @ParameterizedTest
    @CsvSource({
        "2024-H1, true",
        "2024-01-01--2024-06-30, true",
        "2024-H2, false",
        "2024-Q1, false",
        "2024-01-02--2024-06-30, false"
    })
    void onlyOneReportIsOnAPeriodAndDifferentPeriodsMayOverlap(String other, boolean inTheWay) {
        var period = Period.of(other).orElseThrow();
        assertThat(REPORT.standsInTheWayOf("c", period)).isEqualTo(inTheWay);
        assertThat(REPORT.standsInTheWayOf("b", period)).as("of itself").isFalse();
        var gone = changed(REPORT.withdraw("Falsche Zahl", TODAY));
        assertThat(gone.standsInTheWayOf("c", period)).isFalse();
        assertThat(gone.reportsOn()).as("its claim is free").isNull();
    }

    @Test
    void aReleaseTellsItsNameAndItsDays() {
        assertThat(InterimReport.release(null, REPORT))
                .isInstanceOfSatisfying(
                        Changed.class,
                        it ->
                                assertThat(it.facts())
                                        .containsExactly(
                                                new ReportReleased(
                                                        "2024-H1",
                                                        2,
                                                        "00",
                                                        RELEASED,
                                                        LocalDate.parse("2024-01-01"),
                                                        LocalDate.parse("2024-06-30"))));
    }

    @Test
    void recalculationsAreKeptAndToldNobody() {
        var report = REPORT;
        for (var i = 0; i < 25; i++) {
            var decision =
                    report.recalculated(
                            Recalculation.computed(TODAY.plusDays(i), By.COMMITTEE, "00", "00"));
            assertThat(((Changed<InterimReport>) decision).facts()).isEmpty();
            report = changed(decision);
        }
        assertThat(report.recalculations()).hasSize(20);
        assertThat(report.recalculations().getLast())
                .isEqualTo(
                        new Recalculation(
                                TODAY.plusDays(24),
                                By.COMMITTEE,
                                Recalculation.Outcome.SAME_HASH,
                                "00",
                                null,
                                null));
        assertThat(changed(report.withdraw("x", TODAY)).recalculations()).hasSize(20);
    }
}
