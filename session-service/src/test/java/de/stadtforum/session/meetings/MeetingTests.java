package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;
import static de.stadtforum.session.Example.AT_FIVE;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.assembly;
import static de.stadtforum.session.Example.body;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.MeetingConvened;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.MeetingFact.QuorumEstablished;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Decision.Changed;
import de.stadtforum.session.meetings.Attendance.Entry;
import de.stadtforum.session.meetings.Meeting.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTests {
    private final Meeting planned = done(Meeting.plan(null, "vv-1", "vollversammlung", DAY));
    private final Meeting convened = done(planned.convene(invitation(7, true, null), assembly()));
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
        var decision = planned.convene(invitation(daysBefore, true, reason), assembly());

        if (decision instanceof Changed<Meeting>(_, var facts))
            assertThat(((MeetingConvened) facts.getFirst()).late())
                    .isEqualTo(Boolean.valueOf(outcome));
        else assertThat(decision).isEqualTo(refused(Refusal.valueOf(outcome)));
    }

    @Test
    void theSteeringGroupAlwaysMeetsClosed() {
        var steering = body(BodyKind.STEERING_GROUP, Publicity.PUBLIC);

        assertThat(planned.convene(invitation(7, true, null), steering))
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

        assertThat(withItem.convene(invitation(7, false, null), assembly()))
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
                                .convene(invitation(8, true, null), assembly()))
                .isEqualTo(refused(Refusal.NOT_A_NEW_DATE));
    }

    @ParameterizedTest
    @CsvSource({"a b c,3,true", "a b,2,false", "a b z,2,false", "a b c d e,5,true"})
    void isQuorateWithMoreThanHalfOfTheStatutoryVotes(String seats, int present, boolean quorate) {
        var meeting = open;
        for (var seat : seats.split(" "))
            meeting = done(meeting.attend(arrives(seat, "p-" + seat, false, 0)));

        var found = (Changed<Meeting>) meeting.findQuorum(assembly());

        assertThat(found.facts()).containsExactly(new QuorumEstablished(present, 5, quorate));
        assertThat(found.state().findQuorum(assembly())).isEqualTo(unchanged());
    }

    @Test
    void aDeputyTakesOverInMidMeeting() {
        var meeting = done(open.attend(arrives("a", "p-a", false, 0)));
        meeting = done(meeting.attend(arrives("a", "d-a", true, 60)));

        assertThat(meeting.attendance().present().get("a").person()).isEqualTo("d-a");
        var late = done(meeting.attend(arrives("a", "p-a", false, 30)));
        assertThat(late.attendance().present().get("a").person())
                .as("an entry typed in later with an earlier hour does not undo it")
                .isEqualTo("d-a");
    }

    @Test
    void nobodyFillsTwoSeatsAtOnce() {
        var meeting = done(open.attend(arrives("z", "p-z", false, 0)));

        assertThat(meeting.attend(arrives("a", "p-z", true, 5)))
                .isEqualTo(refused(Refusal.SITS_ELSEWHERE));
        var left =
                done(
                        meeting.attend(
                                new Entry(
                                        "z", "p-z", Presence.LEFT, false, AT_FIVE.plusSeconds(4))));
        done(left.attend(arrives("a", "p-z", true, 5)));
    }

    @Test
    void theChairIsHandedOnlyToWhoIsThereAndFreeOfConflict() {
        var meeting = done(open.attend(arrives("a", "p-a", false, 0)));

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
                                .close(AT_FIVE.plusSeconds(3600)));
        var signed = done(closed.sign(DAY.plusDays(20)));

        assertThat(signed.attend(arrives("a", "p-a", false, 0)))
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

        assertThat(postponed.convene(called, assembly())).isEqualTo(unchanged());
        assertThat(Meeting.plan(postponed, "vv-1", "vollversammlung", DAY)).isEqualTo(unchanged());
    }

    @Test
    void everyCommandRepeatedChangesNothing() {
        var called = invitation(7, true, null);
        var attending = arrives("a", "p-a", false, 0);
        var meeting =
                done(
                        done(done(open.attend(attending)).findQuorum(assembly()))
                                .close(AT_FIVE.plusSeconds(60)));

        assertThat(
                        new Decision<?>[] {
                            Meeting.plan(meeting, "vv-1", "vollversammlung", DAY),
                            meeting.convene(called, assembly()),
                            meeting.open(AT_FIVE),
                            meeting.attend(attending),
                            meeting.findQuorum(assembly()),
                            meeting.close(AT_FIVE.plusSeconds(60))
                        })
                .containsOnly(unchanged());
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
