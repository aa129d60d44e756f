package de.stadtforum.session.voting;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.AT_FIVE;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.assembly;
import static de.stadtforum.session.Example.body;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.CountEntered;
import de.stadtforum.contracts.session.VotingFact.MemberAppointed;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.session.meetings.Attendance;
import de.stadtforum.session.meetings.Course;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.session.voting.Vote.Closing;
import de.stadtforum.session.voting.Vote.Opening;
import de.stadtforum.session.voting.Vote.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteTests {
    private static final Motion PROCEDURAL =
            new Motion.Procedural("Die Tagesordnung wird festgestellt.");
    private static final Motion APPOINT = new Motion.Appoint("handwerk", "Handwerkskammer");

    @Test
    void sealsThePresentVotingSeatsWithSeatPersonAndSource() {
        var meeting = meeting("a:p-a b:d-b z:p-z", Part.PUBLIC, null);

        var decision = (Changed<Vote>) open(meeting, PROCEDURAL, Mode.OPEN, "a", "b");

        assertThat(decision.state().electorate().values())
                .containsExactly(
                        new Entrant("a", "p-a", false, 17), new Entrant("b", "d-b", true, 17));
        assertThat(decision.facts())
                .containsExactly(
                        new VoteOpened(
                                "vollversammlung", "vv-1", "i-1", Subject.PROCEDURE, Mode.OPEN, 2));
    }

    @Test
    void leavesOutWhoIsNotInTheRosterAndWhoHasAConflictOfInterest() {
        var meeting = meeting("a:p-a b:stranger c:p-d d:p-d e:p-e", Part.PUBLIC, null, "e");

        assertThat(Electorate.of(meeting, meeting.items().getFirst(), known(assembly())))
                .containsOnlyKeys("a", "d");
    }

    @Test
    void refusesAnElectorateThatTheChairDidNotConfirm() {
        assertThat(open(meeting("a:p-a b:p-b", Part.PUBLIC, null), PROCEDURAL, Mode.OPEN, "a"))
                .isEqualTo(refused(Refusal.ELECTORATE_CHANGED));
    }

    @Test
    void isRefusedWhileTheLocalCopyHasAGapOrTheQuorumIsFoundLacking() {
        var asked = new Opening("vv-1", "i-1", Mode.OPEN, PROCEDURAL, new TreeSet<>(List.of("a")));

        assertThat(
                        Vote.open(
                                "v",
                                asked,
                                meeting("a:p-a", Part.PUBLIC, null),
                                new Known<>("b", 3, true, assembly()),
                                null,
                                AT_FIVE))
                .isEqualTo(refused(Refusal.ROSTER_HAS_A_GAP));
        assertThat(Vote.open("v", asked, meeting("a:p-a", Part.PUBLIC, null), null, null, AT_FIVE))
                .isEqualTo(refused(Refusal.ROSTER_NOT_KNOWN_YET));
        assertThat(open(meeting("a:p-a", Part.PUBLIC, false), PROCEDURAL, Mode.OPEN, "a"))
                .isEqualTo(refused(Refusal.NOT_QUORATE));
        done(open(meeting("a:p-a", Part.PUBLIC, null), PROCEDURAL, Mode.OPEN, "a"));
    }

    @Test
    void onlyTheAssemblyDecidesOnContentAndInPublic() {
        assertThat(openIn(BodyKind.STEERING_GROUP, Part.CLOSED))
                .isEqualTo(refused(Refusal.NO_VOTES_IN_STEERING_GROUP));
        assertThat(openIn(BodyKind.WORKING_GROUP, Part.CLOSED))
                .isEqualTo(refused(Refusal.ONLY_THE_ASSEMBLY));
        assertThat(openIn(BodyKind.ASSEMBLY, Part.CLOSED))
                .isEqualTo(refused(Refusal.PUBLIC_MOTION_IN_CLOSED_PART));
        done(openIn(BodyKind.ASSEMBLY, Part.PUBLIC));
    }

    @ParameterizedTest
    @CsvSource({
        "YES YES NO,true",
        "YES NO,false",
        "ABSTAIN ABSTAIN YES,true",
        "ABSTAIN ABSTAIN ABSTAIN,false",
        "YES NO NO ABSTAIN ABSTAIN,false",
        ",false"
    })
    void isCarriedWhenAyesOutnumberNoes(String ballots, boolean carried) {
        var vote =
                done(
                        open(
                                meeting("a:p-a b:p-b c:p-c d:p-d e:p-e", Part.PUBLIC, null),
                                PROCEDURAL,
                                Mode.OPEN,
                                "a",
                                "b",
                                "c",
                                "d",
                                "e"));
        var seat = 'a';
        for (var choice : ballots == null ? new String[0] : ballots.split(" "))
            vote = done(vote.cast(String.valueOf(seat++), Choice.valueOf(choice), null, true));

        assertThat(done(closed(vote)).result().carried()).isEqualTo(carried);
    }

    @Test
    void takesOneBallotOfEachSealedSeatFromItsOwnPerson() {
        var vote =
                done(
                        open(
                                meeting("a:p-a b:d-b", Part.PUBLIC, null),
                                PROCEDURAL,
                                Mode.OPEN,
                                "a",
                                "b"));

        assertThat(vote.cast("c", Choice.YES, "p-c", true))
                .isEqualTo(refused(Refusal.NOT_ENTITLED));
        assertThat(vote.cast("b", Choice.YES, "p-b", true))
                .as("the deputy is sealed")
                .isEqualTo(refused(Refusal.NOT_YOUR_SEAT));
        assertThat(vote.cast("a", Choice.INVALID, "p-a", true))
                .isEqualTo(refused(Refusal.INVALID_ONLY_ON_PAPER));
        var cast = done(vote.cast("b", Choice.NO, "d-b", true));
        assertThat(cast.cast("b", Choice.NO, "d-b", true)).isEqualTo(unchanged());
        assertThat(cast.cast("b", Choice.YES, "d-b", true))
                .isEqualTo(refused(Refusal.ALREADY_CAST));
        var closed = done(closed(cast));
        assertThat(closed.cast("b", Choice.NO, "d-b", true))
                .as("answers as the first time")
                .isEqualTo(unchanged());
        assertThat(closed.cast("a", Choice.YES, "p-a", true))
                .isEqualTo(refused(Refusal.VOTE_CLOSED));
        assertThat(closed(closed)).isEqualTo(unchanged());
        assertThat(closed.close(new Closing(DAY.plusDays(1), null), OPEN))
                .isEqualTo(refused(Refusal.VOTE_CLOSED));
    }

    @Test
    void twoPeopleWhoAgreeCountASecretVote() {
        var vote = secret();
        assertThat(vote.cast("a", Choice.YES, "p-a", true))
                .isEqualTo(refused(Refusal.SECRET_ON_PAPER));
        assertThat(closed(vote)).isEqualTo(refused(Refusal.COUNTS_MISSING));
        assertThat(vote.count("ada", tally(3, 0, 1), true))
                .isEqualTo(refused(Refusal.MORE_BALLOTS_THAN_ENTITLED));

        var once = done(vote.count("ada", tally(2, 1, 0), true));
        assertThat(closed(once)).as("one person alone").isEqualTo(refused(Refusal.COUNTS_MISSING));
        assertThat(once.count("ada", tally(2, 1, 0), true)).isEqualTo(unchanged());
        assertThat(done(once.count("ada", tally(1, 1, 0), true)).counting().agreed())
                .as("corrects herself")
                .isFalse();
        var twice = (Changed<Vote>) once.count("bob", tally(2, 1, 0), true);

        assertThat(twice.facts()).containsExactly(new CountEntered());
        assertThat(twice.state().count("eve", tally(1, 1, 0), true))
                .isEqualTo(refused(Refusal.COUNTS_AGREED));
        assertThat(done(closed(twice.state())).result().tally())
                .containsEntry(Choice.YES, 2)
                .containsEntry(Choice.NO, 1);
    }

    @Test
    void bothStartAnewWhenTheCountsDiffer() {
        var once = done(secret().count("ada", tally(2, 1, 0), true));
        var differing = done(once.count("bob", tally(1, 2, 0), true));

        assertThat(differing.counting().agreed()).isFalse();
        assertThat(differing.counting().first()).isNull();
        assertThat(differing.count("bob", tally(1, 2, 0), true))
                .isEqualTo(refused(Refusal.COUNTS_DIFFER));
        var anew = done(differing.count("ada", tally(1, 2, 0), true));
        assertThat(anew.counting().agreed()).as("adapting to the other is not enough").isFalse();
        assertThat(done(anew.count("bob", tally(1, 2, 0), true)).counting().agreed()).isTrue();
    }

    @Test
    void aCarriedAppointmentIsToldWithTheClose() {
        var vote = done(open(meeting("a:p-a", Part.PUBLIC, null), APPOINT, Mode.OPEN, "a"));

        var carried = (Changed<Vote>) closed(done(vote.cast("a", Choice.YES, "p-a", true)));
        assertThat(carried.facts())
                .contains(
                        new MemberAppointed(
                                "vollversammlung",
                                "handwerk",
                                new PublicText("Handwerkskammer"),
                                DAY));
        var lost = (Changed<Vote>) closed(done(vote.cast("a", Choice.NO, "p-a", true)));
        assertThat(lost.facts()).noneMatch(MemberAppointed.class::isInstance);
    }

    private static final Meeting OPEN = meeting("a:p-a b:p-b c:p-c", Part.PUBLIC, null);

    private static Decision<Vote> closed(Vote vote) {
        return vote.close(new Closing(DAY, vote.missing()), OPEN);
    }

    private static Vote secret() {
        return done(
                open(
                        meeting("a:p-a b:p-b c:p-c", Part.PUBLIC, null),
                        PROCEDURAL,
                        Mode.SECRET_ON_PAPER,
                        "a",
                        "b",
                        "c"));
    }

    private static SortedMap<Choice, Integer> tally(int yes, int no, int invalid) {
        return new TreeMap<>(
                java.util.Map.of(Choice.YES, yes, Choice.NO, no, Choice.INVALID, invalid));
    }

    private static Decision<Vote> openIn(BodyKind kind, Part part) {
        var asked = new Opening("vv-1", "i-1", Mode.OPEN, APPOINT, new TreeSet<>(List.of("a")));
        return Vote.open(
                "v",
                asked,
                meeting("a:p-a", part, null),
                known(body(kind, Publicity.PUBLIC)),
                null,
                AT_FIVE);
    }

    private static Decision<Vote> open(
            Meeting meeting, Motion motion, Mode mode, String... confirmed) {
        var asked = new Opening("vv-1", "i-1", mode, motion, new TreeSet<>(List.of(confirmed)));
        return Vote.open("v", asked, meeting, known(assembly()), null, AT_FIVE);
    }

    private static Known<Roster> known(Roster roster) {
        return new Known<>("vollversammlung", 17, false, roster);
    }

    /// An open meeting; `seat:person` of who is present, `d-…` being deputies.
    private static Meeting meeting(
            String present, Part part, Boolean quorate, String... conflicted) {
        var entries = new ArrayList<Attendance.Entry>();
        for (var each : present.split(" ")) {
            var names = each.split(":");
            entries.add(
                    new Attendance.Entry(
                            names[0],
                            names[1],
                            Presence.PRESENT,
                            names[1].startsWith("d-"),
                            AT_FIVE));
        }
        var quorum = quorate == null ? null : new Attendance.Quorum(entries.size(), 5, quorate);
        return new Meeting(
                "vv-1",
                "vollversammlung",
                new Course(DAY, DAY, Course.Phase.OPEN, null, List.of(), AT_FIVE, null, null),
                List.of(
                        new Item(
                                "i-1",
                                "1",
                                part,
                                "Titel",
                                null,
                                (ItemOutcome) null,
                                List.of(conflicted),
                                null,
                                List.of())),
                new Attendance(entries, quorum));
    }
}
