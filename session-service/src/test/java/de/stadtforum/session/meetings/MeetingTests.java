package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.AT_FIVE;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.assembly;
import static de.stadtforum.session.Example.body;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.membership.BodyFact.BodyEnded;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.DelegationEnded;
import de.stadtforum.contracts.membership.BodyFact.DelegationWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.DeputyEnded;
import de.stadtforum.contracts.membership.BodyFact.DeputyNamed;
import de.stadtforum.contracts.membership.BodyFact.DeputyWithdrawn;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.session.MeetingFact.ItemConcluded;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.ItemRemoved;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingConvened;
import de.stadtforum.contracts.session.MeetingFact.OutcomeCorrected;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.MeetingFact.QuorumEstablished;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.meetings.Attendance.Entry;
import de.stadtforum.session.meetings.Meeting.Refusal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTests {
    private final Meeting planned =
            done(Meeting.plan(null, "vv-1", "vollversammlung", DAY, assembly()));
    private static final int PERIOD = 7;

    private final Meeting convened =
            done(planned.convene(invitation(7, true, null), assembly(), PERIOD));
    private final Meeting open =
            done(done(convened.place(item("i-1", "1", Part.PUBLIC), assembly())).open(AT_FIVE));

    @ParameterizedTest
    @CsvSource({
        "8,,false",
        "7,,false",
        "6,,INVITED_TOO_LATE",
        "6,Frist der Förderung,true",
        "-1,,INVITED_AFTER_MEETING"
    })
    void keepsTheInvitationPeriodOrStatesAReason(int daysBefore, String reason, String outcome) {
        var decision = planned.convene(invitation(daysBefore, true, reason), assembly(), PERIOD);

        if (decision instanceof Changed<Meeting>(_, var facts))
            assertThat(((MeetingConvened) facts.getFirst()).late())
                    .isEqualTo(Boolean.valueOf(outcome));
        else assertThat(decision).isEqualTo(refused(Refusal.valueOf(outcome)));
    }

    @Test
    void theSteeringGroupAlwaysMeetsClosed() {
        var steering = body(BodyKind.STEERING_GROUP, Publicity.PUBLIC);

        assertThat(planned.convene(invitation(7, true, null), steering, PERIOD))
                .isEqualTo(refused(Refusal.BODY_MEETS_CLOSED));
        assertThat(planned.place(item("i", "1", Part.PUBLIC), steering))
                .isEqualTo(refused(Refusal.PUBLIC_ITEM_IN_CLOSED_MEETING));
    }

    @Test
    void aClosedItemNeverTellsItsTitle() {
        var decision = planned.place(item("i", "9", Part.CLOSED), assembly());

        assertThat(((Changed<Meeting>) decision).facts())
                .containsExactly(new ItemPlaced("i", "9", Part.CLOSED, null, null));
    }

    @Test
    void aMeetingWithPublicItemsIsNotConvenedAsClosed() {
        var withItem = done(planned.place(item("i", "1", Part.PUBLIC), assembly()));

        assertThat(withItem.convene(invitation(7, false, null), assembly(), PERIOD))
                .isEqualTo(refused(Refusal.PUBLIC_ITEM_IN_CLOSED_MEETING));
    }

    @Test
    void eachNumberStandsOnceOnTheAgenda() {
        assertThat(open.place(item("i-2", "1", Part.PUBLIC), assembly()))
                .isEqualTo(refused(Refusal.NUMBER_TAKEN));
        assertThat(open.place(item("i-1", "1", Part.PUBLIC), assembly())).isEqualTo(unchanged());
        assertThat(open.place(item("i-1", "2", Part.PUBLIC), assembly()))
                .isEqualTo(refused(Refusal.OTHER_CONTENT));
    }

    @Test
    void aPostponedMeetingIsConvenedAnew() {
        var postponed = done(convened.postpone(DAY.plusDays(14), "Unwetter"));

        assertThat(postponed.open(AT_FIVE)).isEqualTo(refused(Refusal.NOT_CONVENED));
        assertThat(postponed.postpone(DAY.plusDays(14), "Unwetter")).isEqualTo(unchanged());
        assertThat(open.postpone(DAY.plusDays(14), "Unwetter"))
                .isEqualTo(refused(Refusal.ALREADY_OPEN));
        assertThat(
                        done(convened.postpone(null, "Unwetter"))
                                .convene(invitation(8, true, null), assembly(), PERIOD))
                .isEqualTo(refused(Refusal.NOT_A_NEW_DATE));
    }

    @ParameterizedTest
    @CsvSource({"a b c,3,true", "a b,2,false", "a b z,2,false", "a b c d e,5,true"})
    void isQuorateWithMoreThanHalfOfTheStatutoryVotes(String seats, int present, boolean quorate) {
        var meeting = open;
        for (var seat : seats.split(" "))
            meeting = done(meeting.attend(arrives(seat, "p-" + seat, false, 0), assembly()));

        var found = (Changed<Meeting>) meeting.findQuorum(assembly());

        assertThat(found.facts()).containsExactly(new QuorumEstablished(present, 5, quorate));
        assertThat(found.state().findQuorum(assembly())).isEqualTo(unchanged());
    }

    @Test
    void aDeputyTakesOverInMidMeeting() {
        var meeting = done(open.attend(arrives("a", "p-a", false, 0), assembly()));
        meeting = done(meeting.attend(arrives("a", "d-a", true, 60), assembly()));

        assertThat(meeting.attendance().present().get("a").person()).isEqualTo("d-a");
        var late = done(meeting.attend(arrives("a", "p-a", false, 30), assembly()));
        assertThat(late.attendance().present().get("a").person())
                .as("an entry typed in later with an earlier hour does not undo it")
                .isEqualTo("d-a");
    }

    @Test
    void nobodyFillsTwoSeatsAtOnce() {
        var roster = assembly().after(new DeputyNamed("a", "p-z", 2, DAY.minusDays(1)));
        var meeting = done(open.attend(arrives("z", "p-z", false, 0), roster));

        assertThat(meeting.attend(arrives("a", "p-z", true, 5), roster))
                .isEqualTo(refused(Refusal.SITS_ELSEWHERE));
        var left =
                done(
                        meeting.attend(
                                new Entry("z", "p-z", Presence.LEFT, false, AT_FIVE.plusSeconds(4)),
                                roster));
        done(left.attend(arrives("a", "p-z", true, 5), roster));
    }

    @Test
    void theChairIsHandedOnlyToWhoIsThereAndFreeOfConflict() {
        var meeting = done(open.attend(arrives("a", "p-a", false, 0), assembly()));

        assertThat(meeting.handOver("b", "i-1", assembly()))
                .isEqualTo(refused(Refusal.NOT_PRESENT));
        assertThat(
                        done(meeting.declareConflict("a", "i-1", assembly()))
                                .handOver("a", "i-1", assembly()))
                .isEqualTo(refused(Refusal.CONFLICT_OF_INTEREST));
        assertThat(done(meeting.handOver("a", "i-1", assembly())).item("i-1").orElseThrow().chair())
                .isEqualTo("a");
    }

    @Test
    void signedMinutesAreNeverRewritten() {
        var closed =
                done(
                        done(open.conclude("i-1", ItemOutcome.DELIBERATED))
                                .close(AT_FIVE.plusSeconds(3600), false, 0, DAY));
        var signed = done(closed.sign(DAY.plusDays(20)));

        assertThat(signed.attend(arrives("a", "p-a", false, 0), assembly()))
                .isEqualTo(refused(Refusal.MINUTES_SIGNED));
        assertThat(signed.declareConflict("a", "i-1", assembly()))
                .isEqualTo(refused(Refusal.ITEM_CONCLUDED));
        assertThat(signed.conclude("i-1", ItemOutcome.NOTED))
                .isEqualTo(refused(Refusal.ITEM_CONCLUDED));
        assertThat(signed.conclude("i-1", ItemOutcome.DELIBERATED)).isEqualTo(unchanged());
        assertThat(signed.sign(DAY.plusDays(21))).isEqualTo(refused(Refusal.MINUTES_SIGNED));
    }

    @Test
    void aPostponedMeetingStillKnowsWhatItWasToldBefore() {
        var called = invitation(7, true, null);
        var postponed = done(convened.postpone(DAY.plusDays(14), "Unwetter"));

        assertThat(postponed.convene(called, assembly(), PERIOD)).isEqualTo(unchanged());
        assertThat(Meeting.plan(postponed, "vv-1", "vollversammlung", DAY, assembly()))
                .isEqualTo(unchanged());
    }

    @Test
    void everyCommandRepeatedChangesNothing() {
        var called = invitation(7, true, null);
        var attending = arrives("a", "p-a", false, 0);
        var meeting =
                done(
                        done(done(open.attend(attending, assembly())).findQuorum(assembly()))
                                .close(AT_FIVE.plusSeconds(60), true, 0, DAY));

        assertThat(
                        new Decision<?>[] {
                            Meeting.plan(meeting, "vv-1", "vollversammlung", DAY, assembly()),
                            meeting.convene(called, assembly(), PERIOD),
                            meeting.open(AT_FIVE),
                            meeting.attend(attending, assembly()),
                            meeting.findQuorum(assembly()),
                            meeting.close(AT_FIVE.plusSeconds(60), true, 0, DAY)
                        })
                .containsOnly(unchanged());
    }

    // B48, B53: all ways into the attendance
    @ParameterizedTest
    @CsvSource({
        "gibtsnicht,p-a,false,SEAT_UNKNOWN",
        "a,gibtsnicht,false,NOT_OF_THIS_SEAT",
        "a,p-b,false,NOT_OF_THIS_SEAT",
        "a,p-b,true,NOT_OF_THIS_SEAT",
        "a,p-a,true,NOT_OF_THIS_SEAT",
        "a,d-a,false,NOT_OF_THIS_SEAT",
        "b,d-b,true,NOT_OF_THIS_SEAT",
        "c,d-c,true,NOT_OF_THIS_SEAT",
        "d,p-d,false,NOT_OF_THIS_SEAT"
    })
    void onlyWhoSitsThereThatDayAttends(
            String seat, String person, boolean deputy, Refusal refusal) {
        var before = DAY.minusDays(1);
        var roster =
                assembly()
                        .after(new DeputyEnded("b", "d-b", before))
                        .after(new DelegationEnded("c", "p-c", before))
                        .after(new DelegationWithdrawn("d", "p-d", before));
        var entry = arrives(seat, person, deputy, 0);

        assertThat(open.attend(entry, roster)).isEqualTo(refused(refusal));
        assertThat(open.attendAll(List.of(arrives("e", "p-e", false, 0), entry), roster))
                .as("one wrong row refuses the list")
                .isEqualTo(refused(refusal));
    }

    @Test
    void aSeatWhosePersonMayNotSitThereDoesNotCountForTheQuorum() {
        var meeting = done(open.attend(arrives("a", "d-a", true, 0), assembly()));
        var roster = assembly().after(new DeputyWithdrawn("a", "d-a", DAY));

        assertThat(((Changed<Meeting>) meeting.findQuorum(roster)).facts())
                .containsExactly(new QuorumEstablished(0, 5, false));
    }

    // B51
    @Test
    void whoLeavesAndComesBackHasThreeEntries() {
        var there = arrives("a", "p-a", false, 0);
        var gone = new Entry("a", "p-a", Presence.LEFT, false, AT_FIVE);
        var meeting = done(done(open.attend(there, assembly())).attend(gone, assembly()));

        var back = done(meeting.attend(there, assembly()));

        assertThat(back.attendance().entries()).containsExactly(there, gone, there);
        assertThat(back.attendance().present()).containsKey("a");
        assertThat(back.attend(there, assembly())).isEqualTo(unchanged());
    }

    // B41
    @Test
    void whatHappenedLiesBetweenItsBeginningAndItsEnd() {
        assertThat(open.attend(arrives("a", "p-a", false, -86_400), assembly()))
                .isEqualTo(refused(Refusal.ATTENDED_BEFORE_MEETING));
        assertThat(convened.open(AT_FIVE.minusSeconds(86_400)))
                .isEqualTo(refused(Refusal.ANOTHER_DAY));
        assertThat(open.close(AT_FIVE.minusSeconds(1), true, 0, DAY))
                .isEqualTo(refused(Refusal.CLOSED_BEFORE_OPENED));
        var closed = done(open.close(AT_FIVE.plusSeconds(60), true, 0, DAY));
        assertThat(closed.attend(arrives("a", "p-a", false, 61), assembly()))
                .isEqualTo(refused(Refusal.ATTENDED_AFTER_MEETING));
        assertThat(closed.sign(DAY.minusDays(1))).isEqualTo(refused(Refusal.SIGNED_BEFORE_MEETING));
    }

    // B53
    @Test
    void noMeetingIsPlannedForABodyThatIsNotThere() {
        assertThat(Meeting.plan(null, "m", "gibtsnicht", DAY, null))
                .isEqualTo(refused(Refusal.BODY_UNKNOWN));
        assertThat(Meeting.plan(null, "m", "vv", DAY.minusYears(1), assembly()))
                .isEqualTo(refused(Refusal.BODY_NOT_THERE_THEN));
        var ended = assembly().after(new BodyEnded(DAY.minusDays(1)));
        assertThat(Meeting.plan(null, "m", "vv", DAY, ended))
                .isEqualTo(refused(Refusal.BODY_NOT_THERE_THEN));
    }

    // B38
    @Test
    void aMeetingClosesOnlyOverWhatIsOpenWhenItIsSaid() {
        var at = AT_FIVE.plusSeconds(60);

        assertThat(open.close(at, true, 1, DAY)).isEqualTo(refused(Refusal.VOTES_RUNNING));
        assertThat(open.close(at, false, 0, DAY)).isEqualTo(refused(Refusal.ITEMS_OPEN));
        assertThat(((Changed<Meeting>) open.close(at, true, 0, DAY)).facts())
                .containsExactly(
                        new ItemConcluded("i-1", ItemOutcome.POSTPONED),
                        new MeetingClosed(at, false));
    }

    // B54
    @Test
    void aMeetingIsHeldOnlyWhenSomebodyWasThereAndItIsOver() {
        var attended = done(open.attend(arrives("a", "p-a", false, 0), assembly()));
        var closed = done(attended.close(AT_FIVE.plusSeconds(60), true, 0, DAY));

        assertThat(closed.held(DAY)).isTrue();
        assertThat(closed.held(DAY.minusDays(1))).as("one of the future").isFalse();
        assertThat(attended.held(DAY)).as("one that is not over").isFalse();
        assertThat(done(open.close(AT_FIVE.plusSeconds(60), true, 0, DAY)).held(DAY))
                .as("an empty one")
                .isFalse();
        assertThat(MeetingWatch.Count.of(3, List.of(closed, attended, planned), 2024, DAY).held())
                .isEqualTo(1);
    }

    // B43: each act can be put right before the minutes are signed, and not after
    @Test
    void whatIsWrongIsPutRightUntilTheMinutesAreSigned() {
        var entry = arrives("a", "p-a", false, 0);
        var attended = done(open.attend(entry, assembly()));
        var closed = done(attended.close(AT_FIVE.plusSeconds(60), true, 0, DAY));
        var signed = done(closed.sign(DAY.plusDays(1)));
        Map<String, Function<Meeting, Decision<Meeting>>> acts =
                Map.of(
                        "item",
                        meeting ->
                                meeting.putRight("vertippt", DAY)
                                        .item("i-1", "2", null, "Beleuchtung", false, assembly()),
                        "invitation",
                        meeting ->
                                meeting.putRight("belegt", DAY)
                                        .invitation(AT_FIVE.plusSeconds(1800), "Saal 2"),
                        "attendance",
                        meeting ->
                                meeting.putRight("falscher Sitz", DAY)
                                        .attendance(entry, assembly()),
                        "hours",
                        meeting ->
                                meeting.putRight("falsch abgelesen", DAY)
                                        .hours(AT_FIVE.plusSeconds(5), AT_FIVE.plusSeconds(90)),
                        "outcome",
                        meeting ->
                                meeting.putRight("verwechselt", DAY)
                                        .outcome("i-1", ItemOutcome.NOTED, false));

        acts.forEach((act, putRight) -> {
            var right = done(putRight.apply(closed));
            var said = right.corrections().size() + right.items().getFirst().corrections().size();
            assertThat(said).as(act).isEqualTo(1);
            assertThat(putRight.apply(right)).as(act).isEqualTo(unchanged());
            assertThat(putRight.apply(signed)).as(act).isEqualTo(refused(Refusal.MINUTES_SIGNED));
        });
    }

    @Test
    void aMeetingPlannedByMistakeIsCancelledUntilItBegins() {
        var cancelled = done(convened.putRight("Doppelt angelegt", DAY.minusDays(1)).cancel());

        assertThat(cancelled.putRight("Doppelt angelegt", DAY).cancel()).isEqualTo(unchanged());
        assertThat(cancelled.open(AT_FIVE)).isEqualTo(refused(Refusal.NOT_CONVENED));
        assertThat(cancelled.convene(invitation(8, true, null), assembly(), PERIOD))
                .isEqualTo(refused(Refusal.MEETING_CANCELLED));
        assertThat(open.putRight("Doppelt angelegt", DAY).cancel())
                .isEqualTo(refused(Refusal.ALREADY_OPEN));
    }

    @Test
    void anItemIsTakenOffUntilSomethingWasDoneOnIt() {
        var removed = (Changed<Meeting>) open.putRight("Versehen", DAY).removeItem("i-1");
        assertThat(removed.facts()).containsExactly(new ItemRemoved("i-1", DAY));
        assertThat(removed.state().items()).isEmpty();
        assertThat(removed.state().putRight("Versehen", DAY).removeItem("i-1"))
                .isEqualTo(unchanged());
        assertThat(open.putRight("x", DAY).removeItem("i-9"))
                .isEqualTo(refused(Refusal.ITEM_UNKNOWN));
        var concluded = done(open.conclude("i-1", ItemOutcome.NOTED));
        assertThat(concluded.putRight("x", DAY).removeItem("i-1"))
                .isEqualTo(refused(Refusal.ITEM_CONCLUDED));
        // its number may stand again
        done(removed.state().place(item("i-2", "1", Part.PUBLIC), assembly()));
    }

    @Test
    void decidedNeedsAVoteAndAnOutcomeCanBeTakenBackWhileTheMeetingRuns() {
        assertThat(open.concludeWithoutVote("i-1")).isEqualTo(refused(Refusal.NO_VOTE));
        assertThat(open.putRight("x", DAY).outcome("i-1", ItemOutcome.NOTED, false))
                .isEqualTo(refused(Refusal.NOT_CONCLUDED));
        var noted = done(open.conclude("i-1", ItemOutcome.NOTED));
        assertThat(noted.putRight("x", DAY).outcome("i-1", ItemOutcome.DECIDED, false))
                .isEqualTo(refused(Refusal.NO_VOTE));
        var again = (Changed<Meeting>) noted.putRight("zu früh", DAY).outcome("i-1", null, false);
        assertThat(again.facts()).containsExactly(new OutcomeCorrected("i-1", null));
        assertThat(again.state().item("i-1").orElseThrow().outcome()).isNull();
        var closed = done(noted.close(AT_FIVE.plusSeconds(60), true, 0, DAY));
        assertThat(closed.putRight("x", DAY).outcome("i-1", null, false))
                .isEqualTo(refused(Refusal.MEETING_CLOSED));
    }

    @Test
    void signedMinutesTakeDatedNotesOnly() {
        var closed = done(open.close(AT_FIVE.plusSeconds(60), true, 0, DAY));
        assertThat(closed.putRight("x", DAY).note()).isEqualTo(refused(Refusal.NOT_SIGNED));
        var signed = done(closed.sign(DAY.plusDays(1)));
        var noted = done(signed.putRight("Frau A heißt Frau B.", DAY.plusDays(9)).note());
        assertThat(noted.corrections()).hasSize(1);
        assertThat(noted.items()).isEqualTo(signed.items());
        assertThat(noted.attendance()).isEqualTo(signed.attendance());
        assertThat(noted.putRight("Frau A heißt Frau B.", DAY.plusDays(9)).note())
                .isEqualTo(unchanged());
    }

    @Test
    void numbersAreReadAsPeopleReadThem() {
        // R06
        assertThat(Stream.of("3.10", "12", "3.2", "3", "3.1", "2a", "2").sorted(Numbers.ORDER))
                .containsExactly("2", "2a", "3", "3.1", "3.2", "3.10", "12");
        assertThat(open.place(item("i-2", "01", Part.PUBLIC), assembly()))
                .isEqualTo(refused(Refusal.NUMBER_TAKEN));
        assertThat(open.nextNumber()).isEqualTo("2");
    }

    private static Invitation invitation(int daysBefore, boolean publicMeeting, String lateReason) {
        return new Invitation(
                AT_FIVE, "Rathaus, Saal 1", DAY.minusDays(daysBefore), publicMeeting, lateReason);
    }

    private static Item item(String id, String number, Part part) {
        return Item.placed(id, number, part, "Straßenbeleuchtung", null);
    }

    private static Entry arrives(String seat, String person, boolean deputy, int secondsLater) {
        return new Entry(seat, person, Presence.PRESENT, deputy, AT_FIVE.plusSeconds(secondsLater));
    }
}
