package de.stadtforum.lab.labs;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.GoAheadGiven;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabOpened;
import de.stadtforum.contracts.lab.LabFact.LabPostponed;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.lab.LabFact.QuestionAnswered;
import de.stadtforum.contracts.lab.LabFact.ResultHeard;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.lab.labs.Lab.Refusal;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LabTests {
    static final LocalDate APRIL = LocalDate.of(2024, 4, 13);
    static final LocalDate MAY = APRIL.plusMonths(1);

    static Lab planned() {
        return after(Lab.plan(null, "lab-eving-2024", "eving", "Lindenhorst", APRIL, Place.HERE));
    }

    static Lab opened() {
        return after(planned().open(APRIL.minusDays(20), true));
    }

    static Lab held() {
        return after(opened().hold(APRIL, 61, true));
    }

    static Lab reported() {
        return after(held().report("vollversammlung", "Mehr Licht am Markt", MAY));
    }

    static Lab after(Decision<Lab> decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed<Lab>) decision).state();
    }

    @Test
    void isNeitherOpenedNorHeldBeforeItsConceptWasPresented() {
        assertThat(planned().open(APRIL, false)).isEqualTo(refused(Refusal.CONCEPT_NOT_PRESENTED));
        assertThat(planned().hold(APRIL, 40, false))
                .isEqualTo(refused(Refusal.CONCEPT_NOT_PRESENTED));
        assertThat(after(planned().open(APRIL, true)).takesOnlineContributions(APRIL)).isTrue();
    }

    @Test
    void goesAheadWithAReasonOnRecordButNotForAnEarlierDate() {
        var decision = planned().goAhead("Die Sommerpause der BV Eving", APRIL, "leitung");
        assertThat(((Changed<Lab>) decision).facts()).containsExactly(new GoAheadGiven(APRIL));
        var cleared = after(decision);
        assertThat(cleared.open(APRIL.minusDays(1), false))
                .isEqualTo(refused(Refusal.CONCEPT_NOT_PRESENTED));
        assertThat(((Changed<Lab>) cleared.open(APRIL, false)).facts())
                .containsExactly(new LabOpened(APRIL));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(Lab lab, Function<Lab, Decision<Lab>> command, Refusal reason) {
        assertThat(command.apply(lab)).isEqualTo(refused(reason));
    }

    static Stream<Arguments> refuses() {
        var missed = after(planned().miss(MAY));
        return Stream.of(
                refusal(opened(), lab -> lab.open(APRIL, true), Refusal.ALREADY_OPENED),
                refusal(
                        opened(),
                        lab -> lab.hold(APRIL.minusDays(21), 9, true),
                        Refusal.HELD_BEFORE_OPENED),
                refusal(held(), lab -> lab.hold(APRIL, 62, true), Refusal.ALREADY_HELD),
                refusal(held(), lab -> lab.miss(MAY), Refusal.ALREADY_HELD),
                refusal(held(), lab -> lab.postpone(MAY), Refusal.ALREADY_HELD),
                refusal(missed, lab -> lab.open(MAY, true), Refusal.ALREADY_MISSED),
                refusal(missed, lab -> lab.hold(MAY, 9, true), Refusal.ALREADY_MISSED),
                refusal(missed, lab -> lab.goAhead("doch", MAY, "x"), Refusal.ALREADY_MISSED),
                refusal(planned(), lab -> lab.postpone(APRIL), Refusal.NOT_A_NEW_DATE),
                refusal(
                        opened(),
                        lab -> lab.report("vollversammlung", "zu früh", MAY),
                        Refusal.NOT_HELD),
                refusal(
                        held(),
                        lab -> lab.report("vollversammlung", "zu früh", APRIL.minusDays(1)),
                        Refusal.BEFORE_IT_WAS_HELD),
                refusal(
                        reported(),
                        lab -> lab.report("ag-licht", "noch einmal", MAY),
                        Refusal.ALREADY_REPORTED),
                refusal(held(), lab -> lab.resultHeard("vv-2024-2", MAY), Refusal.NOT_REPORTED),
                refusal(
                        planned(),
                        lab -> lab.proposeField("f", "Licht", MAY),
                        Refusal.NOT_YET_OPENED),
                refusal(planned(), lab -> lab.answer("q", "Ja.", MAY), Refusal.NO_SUCH_QUESTION));
    }

    static Arguments refusal(Lab lab, Function<Lab, Decision<Lab>> command, Refusal reason) {
        return Arguments.of(lab, command, reason);
    }

    @ParameterizedTest
    @MethodSource
    void aCommandRepeatedChangesNothing(Lab before, Function<Lab, Decision<Lab>> command) {
        assertThat(command.apply(after(command.apply(before)))).isEqualTo(unchanged());
    }

    static Stream<Arguments> aCommandRepeatedChangesNothing() {
        return Stream.<Function<Lab, Decision<Lab>>>of(
                        lab -> lab.goAhead("Ferien", APRIL, "leitung"),
                        lab -> lab.hold(APRIL, 12, true),
                        lab -> lab.postpone(MAY),
                        lab -> lab.miss(MAY),
                        lab -> lab.involve(Partner.CLUB, "Sportverein Muster"),
                        lab -> lab.ask("f-1", "Wann wird es heller?", APRIL),
                        lab -> lab.proposeField("feld-licht", "Licht", APRIL))
                .map(command -> Arguments.of(opened(), command));
    }

    @Test
    void tellsWhatHappenedWithItsDate() {
        assertThat(((Changed<Lab>) opened().hold(APRIL, 61, true)).facts())
                .containsExactly(new LabHeld(APRIL, 61));
        assertThat(((Changed<Lab>) planned().postpone(MAY)).facts())
                .containsExactly(new LabPostponed(MAY));
        assertThat(((Changed<Lab>) held().report("ag-licht", "Mehr Licht", MAY)).facts())
                .containsExactly(new ResultReported("ag-licht", new PublicText("Mehr Licht"), MAY));
        assertThat(((Changed<Lab>) held().proposeField("feld-licht", "Licht", MAY)).facts())
                .containsExactly(new FieldProposed("feld-licht", new PublicText("Licht"), MAY));
    }

    @Test
    void theFirstHearingOfTheResultCounts() {
        var decision = reported().resultHeard("vv-2024-2", MAY);
        assertThat(((Changed<Lab>) decision).facts())
                .containsExactly(new ResultHeard("vv-2024-2", MAY));
        assertThat(after(decision).resultHeard("vv-2024-3", MAY.plusDays(90)))
                .isEqualTo(unchanged());
    }

    @Test
    void aQuestionIsToldOnlyWithItsAnswerAndNeverInWords() {
        var asked = planned().ask("f-1", "Wann wird es heller?", APRIL);
        assertThat(((Changed<Lab>) asked).facts()).isEmpty();
        assertThat(((Changed<Lab>) after(asked).answer("f-1", "Im Herbst.", MAY)).facts())
                .isEqualTo(List.of(new QuestionAnswered("f-1", MAY)));
    }

    @Test
    void thePlanRepeatedAfterAPostponementStaysThePlan() {
        assertThat(
                        Lab.plan(
                                after(planned().postpone(MAY)),
                                "lab-eving-2024",
                                "eving",
                                "Lindenhorst",
                                APRIL,
                                Place.HERE))
                .isEqualTo(unchanged());
        assertThat(
                        Lab.plan(
                                planned(),
                                "lab-eving-2024",
                                "brackel",
                                "Lindenhorst",
                                APRIL,
                                Place.HERE))
                .isEqualTo(refused(Refusal.OTHER_CONTENT));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-23, false", // the day before it opens
        "2024-03-24, true",
        "2024-04-13, true", // the day of the lab itself
        "2024-04-14, false"
    })
    void takesOnlineContributionsFromTheOpeningToTheEnd(LocalDate on, boolean taken) {
        assertThat(held().takesOnlineContributions(on)).isEqualTo(taken);
    }

    @Test
    void takesNoOnlineContributionsWhereTheCitysPlatformDoes() {
        var there =
                after(
                        Lab.plan(
                                null,
                                "lab-huckarde-2024",
                                "huckarde",
                                "Mitte",
                                APRIL,
                                Place.CITY_TOOL));
        assertThat(after(there.open(APRIL, true)).takesOnlineContributions(APRIL)).isFalse();
    }
}
