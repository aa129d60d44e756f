package de.stadtforum.lab.labs;

import static de.stadtforum.lab.labs.LabTests.APRIL;
import static de.stadtforum.lab.labs.LabTests.MAY;
import static de.stadtforum.lab.labs.LabTests.after;
import static de.stadtforum.lab.labs.LabTests.held;
import static de.stadtforum.lab.labs.LabTests.opened;
import static de.stadtforum.lab.labs.LabTests.planned;
import static de.stadtforum.lab.labs.LabTests.reported;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.labs.Lab.Refusal;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LabCorrectionsTests {
    private static final LocalDate TODAY = LocalDate.of(2024, 9, 1);
    private static final String REASON = "Schreibfehler";

    static Decision<Lab> right(Lab lab, Function<LabCorrections, Decision<Lab>> act) {
        return act.apply(new LabCorrections(lab, REASON, TODAY));
    }

    static Lab missed() {
        return after(opened().miss(MAY));
    }

    static Lab asked() {
        return after(opened().ask("f-1", "Wann?", APRIL));
    }

    static Lab answered() {
        return after(asked().answer("f-1", "Bald.", APRIL));
    }

    /// Each way to put an act right, with the fact that it tells.
    static Stream<Arguments> everyAct() {
        var goneAhead = after(planned().goAhead("Ferien", APRIL, "leitung"));
        return Stream.of(
                act(
                        planned(),
                        right -> right.plan("Süd", MAY, Place.CITY_TOOL),
                        "lab-plan",
                        new LabFact.PlanCorrected(new PublicText("Süd"), MAY, Place.CITY_TOOL)),
                act(
                        planned(),
                        right -> right.cancel(0),
                        "lab-cancelled",
                        new LabFact.LabCancelled(TODAY)),
                act(
                        goneAhead,
                        right -> right.withdrawGoAhead(null),
                        "go-ahead-withdrawn",
                        new LabFact.GoAheadWithdrawn(TODAY)),
                act(
                        held(),
                        right -> right.opening(APRIL, true),
                        "lab-opening",
                        new LabFact.OpeningCorrected(APRIL)),
                act(
                        opened(),
                        LabCorrections::withdrawOpening,
                        "lab-opening-withdrawn",
                        new LabFact.OpeningCorrected(null)),
                act(
                        held(),
                        right -> right.held(MAY, 16, true),
                        "lab-held",
                        new LabFact.HeldCorrected(MAY, 16)),
                act(
                        held(),
                        LabCorrections::withdrawHeld,
                        "lab-held-withdrawn",
                        new LabFact.HeldCorrected(null, null)),
                act(
                        missed(),
                        LabCorrections::withdrawMissed,
                        "lab-missed-withdrawn",
                        new LabFact.MissedWithdrawn(TODAY)),
                act(
                        after(opened().involve(Partner.CLUB, "Verein")),
                        right -> right.withdrawPartner(Partner.CLUB, "Verein"),
                        "lab-partner",
                        new LabFact.PartnerWithdrawn(Partner.CLUB, new PublicText("Verein"))),
                act(
                        answered(),
                        right -> right.withdrawAnswer("f-1"),
                        "lab-answer-withdrawn",
                        new LabFact.AnswerWithdrawn("f-1", TODAY)),
                act(
                        reported(),
                        right -> right.report("ag-licht", "Weniger Lärm", MAY.plusDays(1)),
                        "lab-report",
                        new LabFact.ResultCorrected(
                                "ag-licht", new PublicText("Weniger Lärm"), MAY.plusDays(1))));
    }

    static Arguments act(
            Lab before, Function<LabCorrections, Decision<Lab>> act, String name, LabFact told) {
        return Arguments.of(before, act, name, told);
    }

    @ParameterizedTest
    @MethodSource("everyAct")
    void tellsANewFactAndKeepsWhenAndWhy(
            Lab before, Function<LabCorrections, Decision<Lab>> act, String name, LabFact told) {
        var decision = right(before, act);
        assertThat(((Changed<Lab>) decision).facts()).containsExactly(told);
        var correction = after(decision).corrections().getLast();
        assertThat(correction.act()).isEqualTo(name);
        assertThat(correction.on()).isEqualTo(TODAY);
        assertThat(correction.reason()).isEqualTo(REASON);
    }

    @ParameterizedTest
    @MethodSource("everyAct")
    void theSameAgainChangesNothing(
            Lab before, Function<LabCorrections, Decision<Lab>> act, String name, LabFact told) {
        assertThat(right(after(right(before, act)), act)).isEqualTo(unchanged());
    }

    @Test
    void wordsOfQuestionAndAnswerAreCorrectedAndToldByNoFact() {
        var question = right(answered(), right -> right.question("f-1", "Wann wird es heller?"));
        assertThat(((Changed<Lab>) question).facts()).isEmpty();
        assertThat(after(question).corrections().getLast().before()).isNull();
        var answer = right(answered(), right -> right.answer("f-1", "Im Herbst."));
        assertThat(((Changed<Lab>) answer).facts()).isEmpty();
        assertThat(after(answer).corrections().getLast().before()).isEqualTo("Bald.");
        assertThat(right(answered(), right -> right.withdrawQuestion("f-1")))
                .isEqualTo(refused(Refusal.ANSWER_FIRST));
        assertThat(
                        after(right(asked(), right -> right.withdrawQuestion("f-1")))
                                .dialogue()
                                .questions())
                .isEmpty();
    }

    @Test
    void onceABodyHasHeardTheResultOnlyANoteIsAdded() {
        var heard = after(reported().resultHeard("vv-2024-2", MAY));
        for (var act :
                Stream.<Function<LabCorrections, Decision<Lab>>>of(
                                right -> right.plan("Süd", MAY, Place.HERE),
                                right -> right.opening(APRIL, true),
                                LabCorrections::withdrawOpening,
                                right -> right.held(APRIL, 16, true),
                                right -> right.report("ag-licht", "anders", MAY))
                        .toList())
            assertThat(right(heard, act)).isEqualTo(refused(Refusal.ALREADY_HEARD));
        var noted = after(heard.note("Es waren 60.", TODAY));
        assertThat(noted.notes()).containsExactly(new Lab.Note(TODAY, "Es waren 60."));
        assertThat(noted.note("Es waren 60.", TODAY)).isEqualTo(unchanged());
    }

    @Test
    void onlyWhatIsNoMoreThanAPlanIsCancelled() {
        assertThat(right(opened(), right -> right.cancel(0)))
                .isEqualTo(refused(Refusal.NOT_PLANNED_ONLY));
        assertThat(right(planned(), right -> right.cancel(1)))
                .isEqualTo(refused(Refusal.NOT_PLANNED_ONLY));
        var cancelled = after(right(planned(), right -> right.cancel(0)));
        assertThat(cancelled.counts()).isFalse();
        assertThat(cancelled.open(APRIL, true)).isEqualTo(refused(Refusal.CANCELLED));
    }

    @Test
    void aGoAheadThatALabRestsOnIsNotTakenBack() {
        var rests = after(after(planned().goAhead("Ferien", APRIL, "x")).open(APRIL, false));
        assertThat(right(rests, right -> right.withdrawGoAhead(null)))
                .isEqualTo(refused(Refusal.RESTS_ON_GO_AHEAD));
        assertThat(after(right(rests, right -> right.withdrawGoAhead(APRIL))).course().goAhead())
                .isNull();
    }

    @Test
    void correctedDaysStayInTheirOrder() {
        assertThat(right(held(), right -> right.opening(APRIL.plusDays(1), true)))
                .isEqualTo(refused(Refusal.OPENED_AFTER_IT_WAS_HELD));
        assertThat(right(held(), right -> right.held(APRIL.minusDays(21), 9, true)))
                .isEqualTo(refused(Refusal.HELD_BEFORE_OPENED));
        assertThat(right(reported(), right -> right.held(MAY.plusDays(1), 9, true)))
                .isEqualTo(refused(Refusal.HELD_AFTER_THE_REPORT));
        assertThat(right(reported(), right -> right.report("ag-licht", "x", APRIL.minusDays(1))))
                .isEqualTo(refused(Refusal.BEFORE_IT_WAS_HELD));
        assertThat(right(opened(), right -> right.opening(APRIL, false)))
                .isEqualTo(refused(Refusal.CONCEPT_NOT_PRESENTED));
        assertThat(opened().miss(APRIL.minusDays(21)))
                .isEqualTo(refused(Refusal.MISSED_BEFORE_OPENED));
        assertThat(opened().postpone(APRIL.minusDays(21)))
                .isEqualTo(refused(Refusal.POSTPONED_BEFORE_OPENED));
        assertThat(opened().proposeField("f", "Licht", APRIL.minusDays(21)))
                .isEqualTo(refused(Refusal.FIELD_BEFORE_THE_LAB));
    }

    @Test
    void whatIsTakenBackCanBeDoneAgain() {
        var again = after(right(held(), LabCorrections::withdrawHeld));
        assertThat(again.course().state()).isEqualTo(Lab.State.OPENED);
        assertThat(after(again.hold(APRIL, 16, true)).course().participants()).isEqualTo(16);
        assertThat(after(right(missed(), LabCorrections::withdrawMissed)).course().state())
                .isEqualTo(Lab.State.OPENED);
        assertThat(after(right(opened(), LabCorrections::withdrawOpening)).course().state())
                .isEqualTo(Lab.State.PLANNED);
    }

    @Test
    void thePlanRepeatedAfterItWasPutRightStaysThePlan() {
        var right = after(right(planned(), each -> each.plan("Süd", MAY, Place.HERE)));
        assertThat(Lab.plan(right, "lab-eving-2024", "eving", "Lindenhorst", APRIL, Place.HERE))
                .isEqualTo(unchanged());
        assertThat(right.plan().date()).isEqualTo(MAY);
    }
}
