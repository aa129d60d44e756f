package de.stadtforum.membership.bodies;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DelegationWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.DeputyEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTests {
    private static final LocalDate JANUARY = LocalDate.parse("2024-01-01");
    private static final LocalDate MARCH = LocalDate.parse("2024-03-01");
    private static final LocalDate JUNE = LocalDate.parse("2024-06-01");

    @ParameterizedTest(name = "{0} {1} with {2} meetings in district {3}: {4}")
    @CsvSource({
        "STEERING_GROUP, PUBLIC, 0, , STEERING_GROUP_IS_CLOSED",
        "STEERING_GROUP, CLOSED, 2, , MEETS_AS_NEEDED",
        "STEERING_GROUP, CLOSED, 0, ,",
        "WORKING_GROUP, CLOSED, 1, , MEETS_AS_NEEDED",
        "DISTRICT_COUNCIL, PUBLIC, 0, , DISTRICT_MISSING",
        "DISTRICT_COUNCIL, PUBLIC, 0, eving,",
        "ASSEMBLY, PUBLIC, 3, ,",
    })
    void isFoundedAsTheResolutionSays(
            BodyKind kind, Publicity publicity, int meetings, String district, Refusal refusal) {
        var charter = new Charter(kind, "Gremium", 0, meetings, publicity, district, JANUARY);

        assertThat(refusalOf(Body.establish(null, "g", charter))).isEqualTo(refusal);
    }

    @ParameterizedTest(name = "{0}: a {1} seat by {2} is refused for {3}")
    @CsvSource({
        "STEERING_GROUP, ADVISORY, DEPARTMENT,",
        "STEERING_GROUP, ADVISORY, INSTITUTION, EXTERNALS_NOT_FORESEEN",
        "STEERING_GROUP, GUEST, APPOINTMENT, EXTERNALS_NOT_FORESEEN",
        "ASSEMBLY, GUEST, INSTITUTION, GUESTS_ONLY_IN_GROUPS",
        "ASSEMBLY, VOTING, FACTION, FACTION_SEATS_ARE_APPORTIONED",
        "ASSEMBLY, ADVISORY, INSTITUTION,",
        "WORKING_GROUP, GUEST, INSTITUTION,",
        "WORKING_GROUP, ADVISORY, FACTION,",
    })
    void admitsTheSeatsThatItsKindForesees(
            BodyKind kind, SeatKind seat, SeatBasis basis, Refusal refusal) {
        assertThat(refusalOf(body(kind, 20).createSeat(seat("s", seat, basis)))).isEqualTo(refusal);
    }

    @Test
    void hasTwentyVotesAtAnyDateAndNotOneMore() {
        var full = body(BodyKind.ASSEMBLY, 20);
        for (var number = 1; number <= 20; number++)
            full = after(full, voting("v-" + number, JANUARY));

        assertThat(full.createSeat(seatFrom("v-21", SeatKind.VOTING, JUNE)))
                .isEqualTo(refused(Refusal.ALL_VOTING_SEATS_TAKEN));
        assertThat(full.createSeat(seatFrom("a-1", SeatKind.ADVISORY, JUNE)))
                .isInstanceOf(Changed.class);

        var moved = state(full.withdraw("v-20", JUNE.minusDays(1)));
        assertThat(moved.createSeat(seatFrom("v-21", SeatKind.VOTING, JUNE.minusDays(1))))
                .isEqualTo(refused(Refusal.ALL_VOTING_SEATS_TAKEN));
        assertThat(moved.createSeat(seatFrom("v-21", SeatKind.VOTING, JUNE)))
                .isInstanceOf(Changed.class);
    }

    @Test
    void aSeatEnteredLateCountsOnItsOwnDays() {
        var small = after(body(BodyKind.ASSEMBLY, 1), voting("late", JUNE));

        assertThat(small.createSeat(seatFrom("early", SeatKind.VOTING, JANUARY)))
                .isEqualTo(refused(Refusal.ALL_VOTING_SEATS_TAKEN));
    }

    @Test
    void aNewDelegateEndsTheFormerTheDayBefore() {
        var filled = state(assembly().nameDelegate("polizei", "p-1", JANUARY));
        var decision = (Changed<Body>) filled.nameDelegate("polizei", "p-2", MARCH);

        assertThat(decision.facts())
                .containsExactly(
                        new DelegationEnded("polizei", "p-1", MARCH.minusDays(1)),
                        new DelegateNamed("polizei", "p-2", MARCH));
        assertThat(delegate(decision.state(), "polizei", MARCH.minusDays(1))).isEqualTo("p-1");
        assertThat(delegate(decision.state(), "polizei", MARCH)).isEqualTo("p-2");
    }

    @Test
    void aDelegateEnteredLateServesUntilTheNextOnRecord() {
        var filled =
                state(
                        state(assembly().nameDelegate("polizei", "p-1", JANUARY))
                                .nameDelegate("polizei", "p-3", JUNE));
        var decision = (Changed<Body>) filled.nameDelegate("polizei", "p-2", MARCH);

        assertThat(decision.facts())
                .containsExactly(
                        new DelegationEnded("polizei", "p-1", MARCH.minusDays(1)),
                        new DelegateNamed("polizei", "p-2", MARCH),
                        new DelegationEnded("polizei", "p-2", JUNE.minusDays(1)));
        assertThat(delegate(decision.state(), "polizei", JUNE)).isEqualTo("p-3");
    }

    @Test
    void namingTheSameDelegateAgainChangesNothing() {
        var filled = state(assembly().nameDelegate("polizei", "p-1", JANUARY));

        assertThat(filled.nameDelegate("polizei", "p-1", JANUARY)).isEqualTo(unchanged());
        assertThat(filled.nameDelegate("polizei", "p-1", MARCH)).isEqualTo(unchanged());
        assertThat(filled.nameDelegate("polizei", "p-2", JANUARY))
                .isEqualTo(refused(Refusal.DELEGATE_NAMED_OTHERWISE));
    }

    @Test
    void theSeatIsVacantAfterADelegationEnded() {
        var filled = state(assembly().nameDelegate("polizei", "p-1", JANUARY));
        var ended = state(filled.endDelegation("polizei", MARCH));

        assertThat(delegate(ended, "polizei", MARCH)).isEqualTo("p-1");
        assertThat(delegate(ended, "polizei", MARCH.plusDays(1))).isNull();
        assertThat(ended.endDelegation("polizei", MARCH)).isEqualTo(unchanged());
        assertThat(ended.endDelegation("polizei", JUNE))
                .isEqualTo(refused(Refusal.NOBODY_DELEGATED));
    }

    @Test
    void nobodyHoldsTwoVotesOnOneDay() {
        var filled = state(assembly().nameDelegate("polizei", "p-1", MARCH));

        assertThat(filled.nameDelegate("cityring", "p-1", JUNE))
                .isEqualTo(refused(Refusal.HOLDS_ANOTHER_VOTE));
        assertThat(filled.nameDelegate("cityring", "p-1", JANUARY))
                .isEqualTo(refused(Refusal.HOLDS_ANOTHER_VOTE)); // it would run on
        assertThat(filled.nameDelegate("edg", "p-1", JUNE)).isInstanceOf(Changed.class); // advisory
        var freed = state(filled.endDelegation("polizei", JUNE.minusDays(1)));
        assertThat(freed.nameDelegate("cityring", "p-1", JUNE)).isInstanceOf(Changed.class);
    }

    @Test
    void deputiesStandInByRankUntilAnotherTakesTheRank() {
        var body = state(assembly().nameDeputy("edg", "p-2", 2, JANUARY, null));
        body = state(body.nameDeputy("edg", "p-1", 1, JANUARY, null));
        assertThat(body.nameDeputy("edg", "p-3", 1, MARCH, null))
                .as("nobody is replaced unasked")
                .isEqualTo(refused(Refusal.RANK_TAKEN));
        assertThat(body.nameDeputy("edg", "p-3", 1, MARCH, "p-2"))
                .as("nor somebody else in between")
                .isEqualTo(refused(Refusal.RANK_TAKEN));
        var replaced = (Changed<Body>) body.nameDeputy("edg", "p-3", 1, MARCH, "p-1");
        assertThat(replaced.facts())
                .containsExactly(
                        new DeputyEnded("edg", "p-1", MARCH.minusDays(1)),
                        new DeputyNamed("edg", "p-3", 1, MARCH));
        body = replaced.state();

        assertThat(deputies(body, "edg", JANUARY)).containsExactly("p-1", "p-2");
        assertThat(deputies(body, "edg", MARCH)).containsExactly("p-3", "p-2");
        assertThat(body.nameDeputy("edg", "p-3", 1, MARCH, "p-1")).isEqualTo(unchanged());
        assertThat(body.nameDeputy("edg", "p-3", 1, JUNE, null)).isEqualTo(unchanged());
    }

    @Test
    void aDeputyEndsOnADay() {
        var body = state(assembly().nameDeputy("edg", "p-1", 1, JANUARY, null));
        var ended = (Changed<Body>) body.endDeputy("edg", "p-1", MARCH);

        assertThat(ended.facts()).containsExactly(new DeputyEnded("edg", "p-1", MARCH));
        assertThat(deputies(ended.state(), "edg", MARCH)).containsExactly("p-1");
        assertThat(deputies(ended.state(), "edg", MARCH.plusDays(1))).isEmpty();
        assertThat(ended.state().endDeputy("edg", "p-1", MARCH)).isEqualTo(unchanged());
        assertThat(ended.state().endDeputy("edg", "p-1", MARCH.minusDays(1)))
                .isEqualTo(refused(Refusal.DEPUTY_ENDS_OTHERWISE));
        assertThat(body.endDeputy("edg", "p-2", MARCH)).isEqualTo(refused(Refusal.NO_SUCH_DEPUTY));
        assertThat(body.endDeputy("edg", "p-1", JANUARY.minusDays(1)))
                .isEqualTo(refused(Refusal.BODY_NOT_IN_FORCE));
    }

    @Test
    void aDeputyNamedByMistakeNeverWasOneAndTheFormerIsAgain() {
        var body = state(assembly().nameDeputy("edg", "p-1", 1, JANUARY, null));
        body = state(body.nameDeputy("edg", "p-2", 1, MARCH, "p-1"));
        var withdrawn = (Changed<Body>) body.withdrawDeputy("edg", "p-2", JUNE, "verwechselt");

        assertThat(withdrawn.facts())
                .containsExactly(
                        new DeputyWithdrawn("edg", "p-2", JUNE),
                        new DeputyNamed("edg", "p-1", 1, JANUARY));
        assertThat(deputies(withdrawn.state(), "edg", MARCH)).containsExactly("p-1");
        assertThat(corrections(withdrawn.state(), "edg"))
                .containsExactly(
                        new SeatCorrection("deputy-withdrawn", JUNE, "verwechselt", "p-2", MARCH));
        assertThat(withdrawn.state().withdrawDeputy("edg", "p-2", JUNE, "verwechselt"))
                .isEqualTo(unchanged());
        assertThat(body.withdrawDeputy("edg", "p-3", JUNE, "verwechselt"))
                .isEqualTo(refused(Refusal.NO_SUCH_DEPUTY));
    }

    @Test
    void aDelegationNamedByMistakeNeverWasAndTheFormerGoesOn() {
        var body = state(assembly().nameDelegate("polizei", "p-1", JANUARY));
        body = state(body.nameDelegate("polizei", "p-2", MARCH));
        var withdrawn = (Changed<Body>) body.withdrawDelegation("polizei", "p-2", JUNE, "falsch");

        assertThat(withdrawn.facts())
                .containsExactly(
                        new DelegationWithdrawn("polizei", "p-2", JUNE),
                        new DelegateNamed("polizei", "p-1", JANUARY));
        assertThat(delegate(withdrawn.state(), "polizei", JUNE)).isEqualTo("p-1");
        assertThat(corrections(withdrawn.state(), "polizei"))
                .containsExactly(
                        new SeatCorrection("delegation-withdrawn", JUNE, "falsch", "p-2", MARCH));
        assertThat(withdrawn.state().withdrawDelegation("polizei", "p-2", JUNE, "falsch"))
                .isEqualTo(unchanged());
        assertThat(body.withdrawDelegation("polizei", "p-9", JUNE, "falsch"))
                .isEqualTo(refused(Refusal.NOBODY_DELEGATED));
    }

    @Test
    void theFormerDoesNotComeBackWithAVoteThatSheMayNotHaveTwice() {
        var body = state(assembly().nameDelegate("polizei", "p-1", JANUARY));
        body = state(body.nameDelegate("polizei", "p-2", MARCH));
        body = state(body.nameDelegate("cityring", "p-1", MARCH));

        assertThat(body.withdrawDelegation("polizei", "p-2", JUNE, "falsch"))
                .isEqualTo(refused(Refusal.HOLDS_ANOTHER_VOTE));
    }

    @Test
    void theLastDayOfADelegationIsPutRight() {
        var body = state(assembly().nameDelegate("polizei", "p-1", JANUARY));
        assertThat(body.correctEnd("polizei", "p-1", MARCH, JUNE, "falsch"))
                .isEqualTo(refused(Refusal.DELEGATION_GOES_ON));
        body = state(body.endDelegation("polizei", MARCH));
        assertThat(body.endDelegation("polizei", MARCH.minusDays(1)))
                .isEqualTo(refused(Refusal.DELEGATION_ENDS_OTHERWISE));
        var corrected =
                (Changed<Body>) body.correctEnd("polizei", "p-1", JUNE, JUNE, "Zahlendreher");

        assertThat(corrected.facts())
                .containsExactly(
                        new DelegationWithdrawn("polizei", "p-1", JUNE),
                        new DelegateNamed("polizei", "p-1", JANUARY),
                        new DelegationEnded("polizei", "p-1", JUNE));
        assertThat(delegate(corrected.state(), "polizei", JUNE)).isEqualTo("p-1");
        assertThat(corrections(corrected.state(), "polizei"))
                .containsExactly(
                        new SeatCorrection("delegation-end", JUNE, "Zahlendreher", "p-1", MARCH));
        assertThat(corrected.state().correctEnd("polizei", "p-1", JUNE, JUNE, "Zahlendreher"))
                .isEqualTo(unchanged());
        assertThat(
                        delegate(
                                state(body.correctEnd("polizei", "p-1", null, JUNE, "läuft")),
                                "polizei",
                                JUNE.plusYears(1)))
                .isEqualTo("p-1");
        var next = state(body.nameDelegate("polizei", "p-2", MARCH.plusDays(1)));
        assertThat(next.correctEnd("polizei", "p-1", JUNE, JUNE, "falsch"))
                .isEqualTo(refused(Refusal.ANOTHER_IS_DELEGATED));
        assertThat(body.correctEnd("polizei", "p-1", JANUARY.minusDays(1), JUNE, "falsch"))
                .isEqualTo(refused(Refusal.BODY_NOT_IN_FORCE));
    }

    @Test
    void aDeputyActsForADelegateAndForNobodyWhereThereIsNone() {
        var body = state(assembly().nameDelegate("polizei", "p-1", JANUARY));
        body = state(body.nameDeputy("polizei", "p-2", 1, JANUARY, null));
        var ended = state(body.endDelegation("polizei", MARCH));
        var gone = state(body.withdraw("polizei", MARCH));

        for (var each : List.of(ended, gone)) {
            assertThat(acting(each, "polizei", MARCH)).containsExactly("p-2");
            assertThat(acting(each, "polizei", MARCH.plusDays(1))).isEmpty();
        }
    }

    @Test
    void nothingOnASeatComesBeforeItOrBeforeItsBody() {
        var before = JANUARY.minusDays(1);
        var young = after(body(BodyKind.ASSEMBLY, 20), voting("jung", MARCH));

        assertThat(young.invite("jung", before)).isEqualTo(refused(Refusal.BODY_NOT_IN_FORCE));
        assertThat(young.invite("jung", JANUARY)).isEqualTo(refused(Refusal.SEAT_NOT_IN_FORCE));
        assertThat(young.nameDelegate("jung", "p-1", JANUARY))
                .isEqualTo(refused(Refusal.SEAT_NOT_IN_FORCE));
        assertThat(young.nameDeputy("jung", "p-1", 1, JANUARY, null))
                .isEqualTo(refused(Refusal.SEAT_NOT_IN_FORCE));
        assertThat(young.withdraw("jung", before)).isEqualTo(refused(Refusal.BODY_NOT_IN_FORCE));
        assertThat(young.withdraw("jung", JANUARY))
                .isEqualTo(refused(Refusal.ENDS_BEFORE_IT_BEGINS));
        assertThat(young.assignChair("jung", JANUARY))
                .isEqualTo(refused(Refusal.SEAT_NOT_IN_FORCE));
        assertThat(young.assignSecretariat("amt", "Amt", before))
                .isEqualTo(refused(Refusal.BODY_NOT_IN_FORCE));
        assertThat(young.end(before)).isEqualTo(refused(Refusal.ENDS_BEFORE_IT_BEGINS));
    }

    @Test
    void seatsOfOneNameCarryANumberThatStays() {
        var body = assembly();
        for (var id : List.of("a", "b", "c"))
            body =
                    after(
                            body,
                            each ->
                                    each.createSeat(
                                            Seat.created(
                                                    id,
                                                    SeatKind.ADVISORY,
                                                    SeatBasis.FACTION,
                                                    "spd",
                                                    "SPD-Fraktion",
                                                    JANUARY)));
        assertThat(SeatLabels.of(body))
                .containsEntry("polizei", "polizei")
                .containsEntry("a", "SPD-Fraktion, Sitz 1")
                .containsEntry("c", "SPD-Fraktion, Sitz 3");
        assertThat(SeatLabels.of(state(body.withdraw("a", MARCH))))
                .containsEntry("c", "SPD-Fraktion, Sitz 3");
        assertThat(
                        SeatLabels.inOrder(
                                List.of("Zander", "Özer", "Ohm", "Ärzte", "Arzt"),
                                Function.identity()))
                .containsExactly("Arzt", "Ärzte", "Ohm", "Özer", "Zander");
    }

    @Test
    void nobodyDeputisesForOneselfAndGuestsForNobody() {
        var body = state(assembly().nameDelegate("polizei", "p-1", JANUARY));
        var group =
                after(
                        body(BodyKind.WORKING_GROUP, 0),
                        each ->
                                each.createSeat(
                                        seat("gast", SeatKind.GUEST, SeatBasis.INSTITUTION)));

        assertThat(body.nameDeputy("polizei", "p-1", 1, MARCH, null))
                .isEqualTo(refused(Refusal.DEPUTY_OF_ONESELF));
        assertThat(group.nameDeputy("gast", "p-1", 1, MARCH, null))
                .isEqualTo(refused(Refusal.GUESTS_HAVE_NO_DEPUTIES));
    }

    @Test
    void nothingFillsASeatOutsideItsDays() {
        var body = state(assembly().withdraw("polizei", MARCH));

        assertThat(body.nameDelegate("polizei", "p-1", MARCH.plusDays(1)))
                .isEqualTo(refused(Refusal.SEAT_NOT_IN_FORCE));
        assertThat(body.nameDelegate("polizei", "p-1", MARCH)).isInstanceOf(Changed.class);
        assertThat(body.nameDelegate("nobody", "p-1", MARCH))
                .isEqualTo(refused(Refusal.NO_SUCH_SEAT));
        assertThat(body.withdraw("polizei", MARCH)).isEqualTo(unchanged());
        assertThat(body.withdraw("polizei", JUNE)).isEqualTo(refused(Refusal.WITHDRAWN_OTHERWISE));
    }

    @Test
    void theChairGoesWithTheSeatFromADayOn() {
        var body = state(assembly().assignChair("polizei", JANUARY));
        body = state(body.assignChair("cityring", JUNE));

        assertThat(body.chair(MARCH)).contains(new Body.Chair("polizei", JANUARY));
        assertThat(body.chair(JUNE)).contains(new Body.Chair("cityring", JUNE));
        assertThat(body.assignChair("polizei", JANUARY)).isEqualTo(unchanged());
        assertThat(body.assignChair("edg", JUNE))
                .isEqualTo(refused(Refusal.CHAIR_ASSIGNED_OTHERWISE));
    }

    @Test
    void theSteeringGroupIsPermanentAndAWorkingGroupEndsOnce() {
        assertThat(body(BodyKind.STEERING_GROUP, 0).end(JUNE))
                .isEqualTo(refused(Refusal.STEERING_GROUP_IS_PERMANENT));

        var ended = state(body(BodyKind.WORKING_GROUP, 0).end(JUNE));
        assertThat(ended.inForce(JUNE)).isTrue();
        assertThat(ended.inForce(JUNE.plusDays(1))).isFalse();
        assertThat(ended.end(JUNE)).isEqualTo(unchanged());
        assertThat(ended.end(MARCH)).isEqualTo(refused(Refusal.ENDED_OTHERWISE));
    }

    @Test
    void invitesAHolderOnceADay() {
        var invited = state(assembly().invite("polizei", JANUARY));

        assertThat(invited.invite("polizei", JANUARY)).isEqualTo(unchanged());
        assertThat(
                        state(invited.invite("polizei", MARCH))
                                .seat("polizei")
                                .orElseThrow()
                                .invitations())
                .containsExactly(JANUARY, MARCH);
    }

    @Test
    void establishingAgainChangesNothingAndOtherContentIsRefused() {
        var body = body(BodyKind.ASSEMBLY, 20);

        assertThat(Body.establish(body, "g", body.charter())).isEqualTo(unchanged());
        assertThat(Body.establish(body, "g", body(BodyKind.ASSEMBLY, 19).charter()))
                .isEqualTo(refused(Refusal.BODY_EXISTS));
        assertThat(Body.establish(null, "g", body.charter()))
                .isEqualTo(changed(body, body.charter().told()));
    }

    @Test
    void aBodyOfYesterdayIsRead() {
        var json =
                FactMapper.create()
                        .writeValueAsString(
                                state(assembly().nameDeputy("polizei", "p-1", 1, JANUARY, null)))
                        .replaceAll(",\"corrections\":\\[]", "")
                        .replace(",\"until\":null", "");
        assertThat(json).doesNotContain("corrections", "until");

        var read = FactMapper.create().readValue(json, Body.class);
        assertThat(deputies(read, "polizei", MARCH)).containsExactly("p-1");
        assertThat(corrections(read, "polizei")).isEmpty();
    }

    private static Body assembly() {
        var body = body(BodyKind.ASSEMBLY, 20);
        for (var id : new String[] {"polizei", "cityring"}) body = after(body, voting(id, JANUARY));
        return after(
                body,
                each -> each.createSeat(seat("edg", SeatKind.ADVISORY, SeatBasis.INSTITUTION)));
    }

    private static Body body(BodyKind kind, int votes) {
        return state(
                Body.establish(
                        null,
                        "g",
                        new Charter(
                                kind, "Gremium", votes, 0, Publicity.CLOSED, "eving", JANUARY)));
    }

    private static Function<Body, Decision<Body>> voting(String id, LocalDate from) {
        return body -> body.createSeat(seatFrom(id, SeatKind.VOTING, from));
    }

    private static Seat seatFrom(String id, SeatKind kind, LocalDate from) {
        return Seat.created(id, kind, SeatBasis.INSTITUTION, id, id, from);
    }

    private static Seat seat(String id, SeatKind kind, SeatBasis basis) {
        return Seat.created(id, kind, basis, id, id, JANUARY);
    }

    private static Body after(Body body, Function<Body, Decision<Body>> command) {
        return state(command.apply(body));
    }

    private static Body state(Decision<Body> decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed<Body>) decision).state();
    }

    private static Object refusalOf(Decision<Body> decision) {
        return decision instanceof Decision.Refused<Body>(var reason) ? reason : null;
    }

    private static String delegate(Body body, String seat, LocalDate date) {
        return body.seat(seat)
                .orElseThrow()
                .delegation(date)
                .map(Seat.Delegation::person)
                .orElse(null);
    }

    private static List<SeatCorrection> corrections(Body body, String seat) {
        return body.seat(seat).orElseThrow().corrections();
    }

    private static List<String> acting(Body body, String seat, LocalDate date) {
        return body.seat(seat).orElseThrow().acting(date).stream()
                .map(Seat.Deputy::person)
                .toList();
    }

    private static List<String> deputies(Body body, String seat, LocalDate date) {
        return body.seat(seat).orElseThrow().deputies(date).stream()
                .map(Seat.Deputy::person)
                .toList();
    }
}
