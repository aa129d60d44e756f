package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.session.Example.AT_FIVE;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.assembly;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.session.MeetingFact.ItemCorrected;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.meetings.Meeting.Refusal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NextStepTests {
    private final Meeting planned =
            done(Meeting.plan(null, "vv-1", "vollversammlung", DAY, assembly()));
    private final Meeting convened =
            done(
                    planned.convene(
                            new Invitation(AT_FIVE, "Rathaus", DAY.minusDays(8), true, null),
                            assembly(),
                            7));
    private final Meeting open =
            done(
                    done(convened.placeAll(
                                    List.of(
                                            Item.placed("i-1", "1", Part.PUBLIC, "Markt", null),
                                            Item.placed("i-2", "2", Part.PUBLIC, "Licht", null)),
                                    assembly()))
                            .open(AT_FIVE));

    @Test
    void whatIsNextFollowsTheMeeting() {
        assertThat(next(planned)).isEqualTo(NextStep.DRAW_UP_AGENDA);
        assertThat(next(convened)).isEqualTo(NextStep.DRAW_UP_AGENDA);
        var items = List.of(Item.placed("i-1", "1", Part.PUBLIC, "Markt", null));
        assertThat(next(done(planned.placeAll(items, assembly())))).isEqualTo(NextStep.CONVENE);
        assertThat(next(done(convened.placeAll(items, assembly())))).isEqualTo(NextStep.OPEN);
        assertThat(next(done(convened.postpone(null, "Unwetter")))).isEqualTo(NextStep.FIND_A_DATE);
        assertThat(next(open)).isEqualTo(NextStep.RECORD_ATTENDANCE);
        var attended = present(present(present(open, "a", 0), "b", 0), "c", 0);
        assertThat(next(attended)).isEqualTo(NextStep.FIND_QUORUM);
        var quorate = done(attended.findQuorum(assembly()));
        assertThat(next(quorate)).isEqualTo(NextStep.GO_THROUGH_ITEMS);
        assertThat(next(present(quorate, "d", 9))).isEqualTo(NextStep.FIND_QUORUM_AGAIN);
        var through = done(quorate.concludeAll(outcomes(ItemOutcome.NOTED, ItemOutcome.POSTPONED)));
        assertThat(next(through)).isEqualTo(NextStep.CLOSE);
        var closed = done(through.close(AT_FIVE.plusSeconds(60), false, 0, DAY));
        assertThat(next(closed)).isEqualTo(NextStep.SIGN);
        assertThat(next(done(closed.sign(DAY.plusDays(1))))).isNull();
        assertThat(next(done(convened.putRight("doppelt", DAY).cancel()))).isNull();
    }

    @Test
    void severalItemsAreConcludedTogetherOrNotAtAll() {
        var all = outcomes(ItemOutcome.NOTED, ItemOutcome.DELIBERATED);
        var concluded = done(open.concludeAll(all));
        assertThat(concluded.concludeAll(all)).isEqualTo(Decision.unchanged());
        all.put("i-9", ItemOutcome.NOTED);
        assertThat(open.concludeAll(all)).isEqualTo(refused(Refusal.ITEM_UNKNOWN));
    }

    @Test
    void anItemMovesToTheClosedPartUntilItWasVotedOn() {
        var right = open.putRight("Personalsache", DAY);
        var moved =
                (Changed<Meeting>) right.item("i-1", "1", Part.CLOSED, "Markt", false, assembly());

        assertThat(moved.facts())
                .containsExactly(new ItemCorrected("i-1", "1", Part.CLOSED, null, null));
        assertThat(moved.state().forThePublic().items().getFirst().title()).isEmpty();
        assertThat(right.item("i-1", "1", Part.CLOSED, "Markt", true, assembly()))
                .isEqualTo(refused(Refusal.VOTED_IN_ITS_PART));
        assertThat(right.item("i-1", "1", Part.PUBLIC, "Markt", true, assembly()))
                .isEqualTo(Decision.unchanged());
    }

    private static NextStep next(Meeting meeting) {
        return NextStep.of(meeting, assembly());
    }

    private static Meeting present(Meeting meeting, String seat, int minute) {
        return done(
                meeting.attend(
                        new Attendance.Entry(
                                seat,
                                "p-" + seat,
                                Presence.PRESENT,
                                false,
                                AT_FIVE.plusSeconds(60L * minute)),
                        assembly()));
    }

    private static TreeMap<String, ItemOutcome> outcomes(ItemOutcome first, ItemOutcome second) {
        var outcomes = new TreeMap<String, ItemOutcome>();
        outcomes.put("i-1", first);
        outcomes.put("i-2", second);
        return outcomes;
    }
}
