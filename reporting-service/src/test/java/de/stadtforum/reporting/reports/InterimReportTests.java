package de.stadtforum.reporting.reports;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.reporting.ReportFact.DeliveryWithdrawn;
import de.stadtforum.contracts.reporting.ReportFact.ReportWithdrawn;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.reporting.figures.HalfYear;
import de.stadtforum.reporting.reports.InterimReport.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
                    null,
                    null,
                    List.of());

    private static InterimReport changed(Decision<InterimReport> decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed<InterimReport>) decision).state();
    }

    /// Reports of 2001-H1, 2026-H1 and 2027-H1 were released.
    @Test
    void aHalfYearIsReportedWhenItIsOverAndNotBeforeTheProcessBegan() {
        var begun = LocalDate.parse("2024-01-10");
        assertThat(InterimReport.reportable(new HalfYear(2024, 1), RELEASED, begun))
                .isEqualTo(unchanged());
        assertThat(
                        InterimReport.reportable(
                                new HalfYear(2024, 1), LocalDate.parse("2024-06-30"), begun))
                .isEqualTo(refused(Refusal.HALF_YEAR_NOT_OVER));
        assertThat(InterimReport.reportable(new HalfYear(2024, 2), RELEASED, begun))
                .isEqualTo(refused(Refusal.HALF_YEAR_NOT_OVER));
        assertThat(InterimReport.reportable(new HalfYear(2001, 1), RELEASED, begun))
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
        assertThat(gone.again("2024-H1", RELEASED)).isEqualTo(refused(Refusal.REPORT_WITHDRAWN));
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
        assertThat(old.provableWith(2)).isEqualTo(unchanged());
        assertThat(REPORT.provableWith(1)).isEqualTo(refused(Refusal.OTHER_CALCULATION));
    }
}
