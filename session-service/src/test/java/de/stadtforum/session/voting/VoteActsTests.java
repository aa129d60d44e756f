package de.stadtforum.session.voting;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.AT_FIVE;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.assembly;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.BallotWithdrawn;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.CountWithdrawn;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.VoteCancelled;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.session.meetings.Attendance;
import de.stadtforum.session.meetings.Course;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.voting.Vote.Closing;
import de.stadtforum.session.voting.Vote.Opening;
import de.stadtforum.session.voting.Vote.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every act of a vote: when it is taken, and how it is put right.
class VoteActsTests {
    private static final LocalDate LATER = DAY.plusDays(3);

    /// All acts that there are; a new one has to say here what it does at the wrong time.
    enum Act {
        CAST,
        CAST_ALL,
        TOTALS,
        COUNT,
        WITHDRAW_BALLOT,
        WITHDRAW_COUNT,
        CANCEL,
        CLOSE;

        boolean onPaper() {
            return this == COUNT || this == WITHDRAW_COUNT;
        }

        Decision<Vote> on(Vote vote, Meeting meeting, LocalDate today) {
            var meets = meeting.underWay();
            return switch (this) {
                case CAST -> vote.cast("b", Choice.NO, "p-b", meets);
                case CAST_ALL -> vote.castAll(choices("b NO"), meets);
                case TOTALS -> vote.total(tally(1, 1, 0), null, "", meeting, today);
                case COUNT -> vote.count("eve", tally(1, 0, 0), meets);
                case WITHDRAW_BALLOT -> vote.putRight("vertippt", today).ballot("a", "A", meets);
                case WITHDRAW_COUNT -> vote.putRight("vertippt", today).counts(meets);
                case CANCEL -> vote.putRight("falscher Punkt", today).cancel(meeting);
                case CLOSE -> vote.close(new Closing(today, vote.missing()), meeting);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void afterTheResultNothingChanges(Act act) {
        var closed =
                act.onPaper()
                        ? done(Act.CLOSE.on(counted(), meeting(Phase.OPEN, null), DAY))
                        : done(Act.CLOSE.on(withOneHand(), meeting(Phase.OPEN, null), DAY));

        assertThat(act.on(closed, meeting(Phase.OPEN, null), LATER))
                .isEqualTo(refused(Refusal.VOTE_CLOSED));
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, mode = EnumSource.Mode.EXCLUDE, names = "CANCEL")
    void aCancelledVoteTakesNothing(Act act) {
        var vote = act.onPaper() ? counted() : withOneHand();
        var cancelled = done(Act.CANCEL.on(vote, meeting(Phase.OPEN, null), DAY));

        assertThat(act.on(cancelled, meeting(Phase.OPEN, null), LATER))
                .isEqualTo(refused(Refusal.VOTE_CANCELLED));
    }

    /// Totals from the notes and a cancellation are taken until the minutes are signed.
    @ParameterizedTest
    @CsvSource({
        "CAST,MEETING_CLOSED",
        "CAST_ALL,MEETING_CLOSED",
        "TOTALS,",
        "COUNT,MEETING_CLOSED",
        "WITHDRAW_BALLOT,MEETING_CLOSED",
        "WITHDRAW_COUNT,MEETING_CLOSED",
        "CANCEL,",
        "CLOSE,MEETING_CLOSED"
    })
    void afterTheMeetingNoBallotNoCountAndNoResultIsTaken(Act act, Refusal refusal) {
        var vote = act == Act.TOTALS ? open(Mode.OPEN) : act.onPaper() ? once() : withOneHand();

        var answer = act.on(vote, meeting(Phase.CLOSED, null), DAY);

        if (refusal == null) done(answer);
        else assertThat(answer).isEqualTo(refused(refusal));
    }

    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"TOTALS", "CANCEL"})
    void onceTheMinutesAreSignedNothingIsEntered(Act act) {
        assertThat(act.on(open(Mode.OPEN), meeting(Phase.SIGNED, null), LATER))
                .isEqualTo(refused(Refusal.MINUTES_SIGNED));
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void anActThatIsRepeatedChangesNothing(Act act) {
        var vote = act == Act.TOTALS ? open(Mode.OPEN) : act.onPaper() ? once() : withOneHand();
        var meeting = meeting(act == Act.TOTALS ? Phase.CLOSED : Phase.OPEN, null);
        if (act == Act.COUNT) vote = open(Mode.SECRET_ON_PAPER);

        var after = done(act.on(vote, meeting, DAY));

        assertThat(act.on(after, meeting, DAY)).isEqualTo(unchanged());
    }

    @ParameterizedTest
    @CsvSource({
        // day and hour of opening, day of closing
        "2024-03-05T17:30:00Z,2024-03-04,VOTE_CLOSED_BEFORE_OPENED",
        "2024-03-05T17:30:00Z,2024-03-05,",
        "2024-03-06T00:10:00Z,2024-03-05,VOTE_CLOSED_BEFORE_OPENED",
        "2024-03-06T00:10:00Z,2024-03-06,",
        // entered afterwards, of the meeting's day
        "2024-03-20T09:00:00Z,2024-03-05,",
        "2024-03-20T09:00:00Z,2024-02-26,VOTE_CLOSED_BEFORE_OPENED"
    })
    void isClosedNotBeforeItWasOpened(Instant opened, LocalDate on, Refusal refusal) {
        var vote = open(Mode.OPEN, opened);

        var answer = vote.close(new Closing(on, vote.missing()), meeting(Phase.OPEN, null));

        if (refusal == null) assertThat(done(answer).result().on()).isEqualTo(on);
        else assertThat(answer).isEqualTo(refused(refusal));
    }

    @Test
    void isNotClosedAfterTheMeetingsEnd() {
        var vote = done(Act.TOTALS.on(open(Mode.OPEN), meeting(Phase.CLOSED, null), DAY));

        assertThat(Act.CLOSE.on(vote, meeting(Phase.CLOSED, null), LATER))
                .isEqualTo(refused(Refusal.VOTE_CLOSED_AFTER_MEETING));
        done(Act.CLOSE.on(vote, meeting(Phase.CLOSED, null), DAY));
    }

    @Test
    void isNotClosedWhileTheBodyIsNotQuorate() {
        assertThat(Act.CLOSE.on(withOneHand(), meeting(Phase.OPEN, false), DAY))
                .isEqualTo(refused(Refusal.NOT_QUORATE));
        done(Act.CLOSE.on(withOneHand(), meeting(Phase.OPEN, true), DAY));
    }

    @Test
    void closingAsksAgainForTheNumberThatIsMissing() {
        var vote = withOneHand();
        var meeting = meeting(Phase.OPEN, null);

        assertThat(vote.missing()).isEqualTo(4);
        assertThat(vote.close(new Closing(DAY, null), meeting))
                .isEqualTo(refused(Refusal.MISSING_BALLOTS));
        assertThat(vote.close(new Closing(DAY, 5), meeting))
                .as("another one has come in since")
                .isEqualTo(refused(Refusal.MISSING_BALLOTS));
        done(vote.close(new Closing(DAY, 4), meeting));
        var all = done(vote.castAll(choices("b YES c YES d NO e ABSTAIN"), true));
        done(all.close(new Closing(DAY, null), meeting));
    }

    @Test
    void aShowOfHandsIsOneActAndOneSeatThatDoesNotFitStopsIt() {
        var vote = open(Mode.OPEN);

        var cast = (Changed<Vote>) vote.castAll(choices("a YES b NO c ABSTAIN"), true);

        assertThat(cast.facts()).hasSize(3).allMatch(BallotCast.class::isInstance);
        assertThat(cast.state().castAll(choices("a YES b NO c ABSTAIN"), true))
                .isEqualTo(unchanged());
        assertThat(cast.state().castAll(choices("c YES d YES"), true))
                .isEqualTo(refused(Refusal.ALREADY_CAST));
        assertThat(vote.castAll(choices("a YES z YES"), true))
                .as("z only advises")
                .isEqualTo(refused(Refusal.NOT_ENTITLED));
    }

    @Test
    void aRecordedHandIsWithdrawnAndAMembersOwnBallotNever() {
        var vote = done(withOneHand().cast("b", Choice.YES, "p-b", true));

        var withdrawn =
                (Changed<Vote>) Act.WITHDRAW_BALLOT.on(vote, meeting(Phase.OPEN, null), DAY);

        assertThat(withdrawn.facts()).containsExactly(new BallotWithdrawn());
        assertThat(withdrawn.state().ballots()).containsOnlyKeys("b");
        assertThat(withdrawn.state().corrections())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).isEqualTo("vertippt"));
        done(withdrawn.state().cast("a", Choice.NO, null, true));
        assertThat(vote.putRight("vertippt", DAY).ballot("b", "B", true))
                .isEqualTo(refused(Refusal.OWN_BALLOT));
        assertThat(vote.putRight("vertippt", DAY).ballot("c", "C", true))
                .isEqualTo(refused(Refusal.NO_BALLOT));
    }

    @Test
    void countsAreWithdrawnBeforeTheResultSoThatASecretVoteCanAlwaysEnd() {
        var agreed = counted();

        var withdrawn =
                (Changed<Vote>) Act.WITHDRAW_COUNT.on(agreed, meeting(Phase.OPEN, null), DAY);

        assertThat(withdrawn.facts()).hasSize(2).allMatch(CountWithdrawn.class::isInstance);
        var anew = done(withdrawn.state().count("ada", tally(0, 2, 0), true));
        assertThat(done(anew.count("bob", tally(0, 2, 0), true)).counting().agreed()).isTrue();
        assertThat(
                        Act.WITHDRAW_COUNT.on(
                                open(Mode.SECRET_ON_PAPER), meeting(Phase.OPEN, null), DAY))
                .isEqualTo(refused(Refusal.NO_COUNT));
    }

    @Test
    void aVoteOpenedByMistakeIsCancelledWithItsReason() {
        var cancelled =
                (Changed<Vote>) Act.CANCEL.on(withOneHand(), meeting(Phase.OPEN, null), DAY);

        assertThat(cancelled.facts()).containsExactly(new VoteCancelled(DAY));
        assertThat(cancelled.state().cancelled().reason()).isEqualTo("falscher Punkt");
        assertThat(cancelled.state().underWay()).isFalse();
        assertThat(cancelled.state().running()).as("the item is free for another").isNull();
        assertThat(cancelled.state().result()).isNull();
    }

    @Test
    void totalsOfAPastMeetingAreEnteredFromItsNotes() {
        var vote = open(Mode.OPEN, AT_FIVE.plus(Duration.ofDays(10)));
        var meeting = meeting(Phase.OPEN, null);
        assertThat(vote.total(tally(4, 1, 0), null, "", meeting, DAY))
                .as("today hands are recorded by seat")
                .isEqualTo(refused(Refusal.TOTALS_ONLY_AFTERWARDS));
        assertThat(vote.total(tally(5, 1, 0), null, "", meeting, LATER))
                .isEqualTo(refused(Refusal.MORE_BALLOTS_THAN_ENTITLED));

        var entered = (Changed<Vote>) vote.total(tally(4, 1, 0), null, "", meeting, LATER);

        assertThat(entered.facts()).hasSize(5).allMatch(BallotCast.class::isInstance);
        assertThat(entered.state().late()).isTrue();
        assertThat(entered.state().cast("a", Choice.YES, "p-a", true))
                .isEqualTo(refused(Refusal.TOTALS_ENTERED));
        assertThat(entered.state().total(tally(3, 1, 0), null, "", meeting, LATER))
                .isEqualTo(refused(Refusal.REASON_MISSING));
        var corrected =
                done(
                        entered.state()
                                .total(tally(3, 1, 0), "verlesen", "4 : 1 : 0", meeting, LATER));
        assertThat(corrected.corrections().getFirst().before()).isEqualTo("4 : 1 : 0");
        assertThat(done(corrected.close(new Closing(DAY, 1), meeting)).result().carried()).isTrue();
        assertThat(withOneHand().total(tally(4, 1, 0), null, "", meeting, LATER))
                .isEqualTo(refused(Refusal.BALLOTS_CAST));
    }

    /// B06, B07: a tie is rejected in each mode; abstentions count for nothing.
    @ParameterizedTest
    @CsvSource({
        "10,10,0,false,true",
        "1,1,0,false,true",
        "0,0,0,false,false",
        "2,1,17,true,false",
        "0,0,20,false,false",
        "1,0,19,true,false"
    })
    void ayesOutnumberNoesInEveryMode(int yes, int no, int abstain, boolean carried, boolean tied) {
        for (var how : List.of("hands", "totals", "paper")) {
            var vote = twenty(how.equals("paper") ? Mode.SECRET_ON_PAPER : Mode.OPEN);
            var meeting = meeting(Phase.OPEN, null);
            vote =
                    switch (how) {
                        case "hands" -> hands(vote, yes, no, abstain);
                        case "totals" ->
                                done(vote.total(tally(yes, no, abstain), null, "", meeting, LATER));
                        default ->
                                done(
                                        done(vote.count("ada", tally(yes, no, abstain), true))
                                                .count("bob", tally(yes, no, abstain), true));
                    };

            var result = done(vote.close(new Closing(DAY, vote.missing()), meeting)).result();

            assertThat(result.carried()).as(how).isEqualTo(carried);
            assertThat(result.tied()).as(how).isEqualTo(tied);
            assertThat(result.tally().get(Choice.ABSTAIN)).as(how).isEqualTo(abstain);
        }
    }

    /// B14, B15: the member leaves, the deputy is present from a minute later.
    @Test
    void oneBallotASeatAndTheSecondPersonOfASeatGetsItsReason() {
        var before = meeting(Phase.OPEN, null);
        var vote = open(Mode.OPEN);
        var entries = new ArrayList<>(before.attendance().entries());
        entries.add(entry("a", "p-a", Presence.LEFT, false, 180));
        entries.add(entry("a", "d-a", Presence.PRESENT, true, 181));
        var after =
                new Meeting(
                        before.id(),
                        before.body(),
                        before.course(),
                        before.items(),
                        new Attendance(entries, null));

        var cast = done(vote.cast("a", Choice.YES, "p-a", true));

        assertThat(cast.cast("a", Choice.NO, "d-a", true))
                .isEqualTo(refused(Refusal.NOT_YOUR_SEAT));
        assertThat(vote.cast("a", Choice.NO, "d-a", true))
                .as("also where the member did not vote")
                .isEqualTo(refused(Refusal.NOT_YOUR_SEAT));
        assertThat(Electorate.of(after, after.items().getFirst(), known()).get("a"))
                .as("in the next vote")
                .isEqualTo(new Entrant("a", "d-a", true, 17));
    }

    private static Vote hands(Vote vote, int yes, int no, int abstain) {
        var all = new ArrayList<Choice>();
        all.addAll(Collections.nCopies(yes, Choice.YES));
        all.addAll(Collections.nCopies(no, Choice.NO));
        all.addAll(Collections.nCopies(abstain, Choice.ABSTAIN));
        var choices = new TreeMap<String, Choice>();
        for (var i = 0; i < all.size(); i++) choices.put("s-" + i, all.get(i));
        return choices.isEmpty() ? vote : done(vote.castAll(choices, true));
    }

    private static Vote twenty(Mode mode) {
        var electorate = new TreeMap<String, Entrant>();
        IntStream.range(0, 20)
                .forEach(i -> electorate.put("s-" + i, new Entrant("s-" + i, "p-" + i, false, 17)));
        return new Vote("v", open(mode).question(), true, electorate, AT_FIVE);
    }

    private static Vote withOneHand() {
        return done(open(Mode.OPEN).cast("a", Choice.YES, null, true));
    }

    private static Vote once() {
        return done(open(Mode.SECRET_ON_PAPER).count("ada", tally(2, 1, 1), true));
    }

    private static Vote counted() {
        return done(once().count("bob", tally(2, 1, 1), true));
    }

    private static Vote open(Mode mode) {
        return open(mode, AT_FIVE);
    }

    private static Vote open(Mode mode, Instant now) {
        var asked =
                new Opening(
                        "vv-1",
                        "i-1",
                        mode,
                        new Motion.Procedural("Pause"),
                        new TreeSet<>(List.of("a", "b", "c", "d", "e")));
        return done(Vote.open("v", asked, meeting(Phase.OPEN, null), known(), null, now));
    }

    private static Known<de.stadtforum.session.rosters.Roster> known() {
        return new Known<>("vollversammlung", 17, false, assembly());
    }

    private static SortedMap<String, Choice> choices(String words) {
        var each = words.split(" ");
        var choices = new TreeMap<String, Choice>();
        for (var i = 0; i < each.length; i += 2) choices.put(each[i], Choice.valueOf(each[i + 1]));
        return choices;
    }

    private static SortedMap<Choice, Integer> tally(int yes, int no, int abstain) {
        return new TreeMap<>(
                Map.of(
                        Choice.YES, yes,
                        Choice.NO, no,
                        Choice.ABSTAIN, abstain,
                        Choice.INVALID, 0));
    }

    private static Attendance.Entry entry(
            String seat, String person, Presence presence, boolean deputy, int minutes) {
        return new Attendance.Entry(
                seat, person, presence, deputy, AT_FIVE.plus(Duration.ofMinutes(minutes)));
    }

    static Meeting meeting(Phase phase, Boolean quorate) {
        var entries = new ArrayList<Attendance.Entry>();
        for (var seat : List.of("a", "b", "c", "d", "e"))
            entries.add(entry(seat, "p-" + seat, Presence.PRESENT, false, 0));
        var quorum = quorate == null ? null : new Attendance.Quorum(5, 20, quorate);
        var closed = phase == Phase.OPEN ? null : AT_FIVE.plus(Duration.ofHours(3));
        return new Meeting(
                "vv-1",
                "vollversammlung",
                new Course(
                        DAY,
                        DAY,
                        phase,
                        null,
                        List.of(),
                        AT_FIVE,
                        closed,
                        phase == Phase.SIGNED ? LATER : null),
                List.of(Item.placed("i-1", "1", Part.PUBLIC, "Titel", null)),
                new Attendance(entries, quorum));
    }
}
