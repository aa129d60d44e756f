package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.AT_FIVE;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.assembly;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.membership.BodyFact.ChairAssigned;
import de.stadtforum.contracts.session.MeetingFact.ConflictWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.HandoverWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.meetings.Meeting.Refusal;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Leading is a right: it follows from who sits where, not from the login alone.
class LeadingTests {
    private static final LocalDate TODAY = DAY.plusDays(1);
    private static final Roster ROSTER = assembly().after(new ChairAssigned("a", DAY.minusDays(9)));

    private final Meeting meeting =
            open("a p-a PRESENT", "b p-b PRESENT", "c stranger PRESENT", "z p-z PRESENT");

    @Test
    void theChairLeadsAndNobodyElse() {
        assertThat(leads("p-a", meeting)).isTrue();
        assertThat(leads("p-b", meeting)).isFalse();
        assertThat(leads(null, meeting)).as("a login without a person, by its role").isTrue();
    }

    @Test
    void aConflictOfTheChairTakesThatRightAndAsksWhoLeads() {
        var conflicted = done(meeting.declareConflict("a", "i-1", ROSTER));

        assertThat(leads("p-a", conflicted)).isFalse();
        assertThat(leads(null, conflicted)).isFalse();
        assertThat(Leading.of(conflicted, item(conflicted), ROSTER))
                .isEqualTo(new Leading.Vacant("a", true));
    }

    @Test
    void whoeverItIsHandedToLeadsAndTheChairDoesNot() {
        var handed = done(meeting.handOver("b", "i-1", ROSTER));

        assertThat(leads("p-b", handed)).isTrue();
        assertThat(leads("p-a", handed)).isFalse();
        assertThat(leads(null, handed)).isFalse();
        var gone = open("a p-a PRESENT", "b p-b LEFT");
        var acting = item(handed);
        assertThat(Leading.of(gone, acting, ROSTER)).isEqualTo(new Leading.Vacant("b", false));
        var conflicted = done(handed.declareConflict("b", "i-1", ROSTER));
        assertThat(leads("p-b", conflicted)).isFalse();
    }

    @Test
    void nobodyLeadsWhileTheChairsSeatIsEmptyOrFilledByAStranger() {
        assertThat(leads("p-a", open("b p-b PRESENT"))).isFalse();
        assertThat(leads("p-a", open("a stranger PRESENT"))).isFalse();
        assertThat(leads("stranger", open("a stranger PRESENT"))).isFalse();
    }

    @Test
    void onlyAVotingMemberWhoIsThereRightfullyCanLead() {
        assertThat(meeting.handOver("z", "i-1", ROSTER))
                .as("an advisory member")
                .isEqualTo(refused(Refusal.NOT_A_VOTING_SEAT));
        assertThat(meeting.handOver("c", "i-1", ROSTER))
                .as("somebody who does not sit there")
                .isEqualTo(refused(Refusal.NOT_PRESENT));
        assertThat(meeting.handOver("d", "i-1", ROSTER)).isEqualTo(refused(Refusal.NOT_PRESENT));
        assertThat(meeting.handOver("gibtsnicht", "i-1", ROSTER))
                .isEqualTo(refused(Refusal.SEAT_UNKNOWN));
    }

    @Test
    void aConflictIsDeclaredForSeatsOfTheBodyOnly() {
        assertThat(meeting.declareConflict("gibtsnicht", "i-1", ROSTER))
                .isEqualTo(refused(Refusal.SEAT_UNKNOWN));
    }

    @Test
    void aConflictAtTheWrongSeatIsWithdrawnWithItsReason() {
        var conflicted = done(meeting.declareConflict("b", "i-1", ROSTER));

        var withdrawn =
                (Changed<Meeting>)
                        conflicted.putRight("falscher Sitz", TODAY).conflict("b", "i-1", ROSTER);

        assertThat(withdrawn.facts()).containsExactly(new ConflictWithdrawn("b", "i-1"));
        assertThat(item(withdrawn.state()).conflicted()).isEmpty();
        assertThat(item(withdrawn.state()).corrections())
                .singleElement()
                .satisfies(each -> assertThat(each.before()).isEqualTo("Institution b"));
        assertThat(withdrawn.state().putRight("falscher Sitz", TODAY).conflict("b", "i-1", ROSTER))
                .isEqualTo(unchanged());
        assertThat(meeting.putRight("falscher Sitz", TODAY).conflict("b", "i-1", ROSTER))
                .isEqualTo(refused(Refusal.NO_CONFLICT));
        assertThat(item(withdrawn.state()).forThePublic().corrections())
                .as("why is for members")
                .isEmpty();
    }

    @Test
    void aHandoverIsWithdrawnAndTheChairLeadsAgain() {
        var handed = done(meeting.handOver("b", "i-1", ROSTER));

        var withdrawn =
                (Changed<Meeting>)
                        handed.putRight("falscher Sitz", TODAY).handover("b", "i-1", ROSTER);

        assertThat(withdrawn.facts()).containsExactly(new HandoverWithdrawn("b", "i-1"));
        assertThat(leads("p-a", withdrawn.state())).isTrue();
        assertThat(meeting.putRight("falscher Sitz", TODAY).handover("b", "i-1", ROSTER))
                .isEqualTo(refused(Refusal.NO_HANDOVER));
    }

    @Test
    void bothAreWithdrawnAfterTheItemButNotFromSignedMinutes() {
        var concluded =
                done(
                        done(meeting.declareConflict("b", "i-1", ROSTER))
                                .conclude("i-1", ItemOutcome.DELIBERATED));
        done(concluded.putRight("falscher Sitz", TODAY).conflict("b", "i-1", ROSTER));
        var signed =
                new Meeting(
                        concluded.id(),
                        concluded.body(),
                        course(Course.Phase.SIGNED),
                        concluded.items(),
                        concluded.attendance());
        assertThat(signed.putRight("falscher Sitz", TODAY).conflict("b", "i-1", ROSTER))
                .isEqualTo(refused(Refusal.MINUTES_SIGNED));
    }

    @Test
    void whereNoSeatIsTheChairsTheRoleLeadsUnlessInConflict() {
        var conflicted = done(meeting.declareConflict("b", "i-1", assembly()));

        assertThat(Leading.by(actor("p-b"), true, meeting, item(meeting), assembly())).isTrue();
        assertThat(Leading.by(actor("p-b"), false, meeting, item(meeting), assembly())).isFalse();
        assertThat(Leading.by(actor("p-b"), true, conflicted, item(conflicted), assembly()))
                .isFalse();
    }

    private static boolean leads(String person, Meeting meeting) {
        return Leading.by(actor(person), true, meeting, item(meeting), ROSTER);
    }

    private static Actor actor(String person) {
        return new Actor("account", person, "", Map.of());
    }

    private static Item item(Meeting meeting) {
        return meeting.items().getFirst();
    }

    private static Course course(Course.Phase phase) {
        return new Course(DAY, DAY, phase, null, List.of(), AT_FIVE, null, null);
    }

    private static Meeting open(String... present) {
        var entries =
                java.util.Arrays.stream(present)
                        .map(each -> each.split(" "))
                        .map(each ->
                                new Attendance.Entry(
                                        each[0],
                                        each[1],
                                        Presence.valueOf(each[2]),
                                        false,
                                        AT_FIVE))
                        .toList();
        return new Meeting(
                "vv-1",
                "vollversammlung",
                course(Course.Phase.OPEN),
                List.of(Item.placed("i-1", "1", Part.PUBLIC, "Titel", null)),
                new Attendance(entries, null));
    }
}
