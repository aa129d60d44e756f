package de.stadtforum.session.voting;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.CountEntered;
import de.stadtforum.contracts.session.VotingFact.MemberAppointed;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Known;
import de.stadtforum.messaging.Reason;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.rosters.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A vote on one motion: the electorate is sealed when it opens, each seat has one ballot, ayes must outnumber noes (§ 50 Abs. 1, 5 GO NRW).
public record Vote(
        String id,
        Question question,
        boolean publicItem,
        SortedMap<String, Entrant> electorate,
        SortedMap<String, Choice> ballots,
        Counting counting,
        @Nullable Result result) {
    static final List<Choice> CHOICES =
            List.of(Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.INVALID);

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        MEETING_UNKNOWN,
        MEETING_NOT_OPEN,
        ITEM_UNKNOWN,
        ITEM_CONCLUDED,
        ROSTER_NOT_KNOWN_YET,
        ROSTER_HAS_A_GAP,
        NOT_QUORATE,
        NO_VOTES_IN_STEERING_GROUP,
        ONLY_THE_ASSEMBLY,
        PUBLIC_MOTION_IN_CLOSED_PART,
        NOBODY_ENTITLED,
        ELECTORATE_CHANGED,
        VOTE_CLOSED,
        NOT_ENTITLED,
        NOT_YOUR_SEAT,
        ALREADY_CAST,
        SECRET_ON_PAPER,
        INVALID_ONLY_ON_PAPER,
        NOT_ON_PAPER,
        MORE_BALLOTS_THAN_ENTITLED,
        COUNTS_DIFFER,
        COUNTS_AGREED,
        COUNTS_MISSING
    }

    /// @param confirmed the seats that the chair saw and confirmed
    public record Opening(
            String meeting, String item, Mode mode, Motion motion, SortedSet<String> confirmed) {}

    public record Question(
            String body, String meeting, String item, Mode mode, Motion motion, LocalDate day) {}

    public record Result(SortedMap<Choice, Integer> tally, boolean carried, LocalDate on) {}

    /// @param obstacle what stands in the motion's way, such as a field that does not exist
    static Decision<Vote> open(
            String id,
            Opening asked,
            Meeting meeting,
            @Nullable Known<Roster> roster,
            @Nullable Reason obstacle) {
        var item = meeting.item(asked.item).orElse(null);
        var unsealable = Electorate.obstacle(meeting, item, roster);
        if (unsealable != null || item == null || roster == null)
            return refused(unsealable == null ? Refusal.ITEM_UNKNOWN : unsealable);
        var misplaced = misplaced(asked.motion, item, roster.state().kind());
        if (misplaced != null) return refused(misplaced);
        if (obstacle != null) return refused(obstacle);
        var quorum = meeting.attendance().quorum();
        if (quorum != null && !quorum.quorate()) return refused(Refusal.NOT_QUORATE);
        var electorate = Electorate.of(meeting, item, roster);
        if (electorate.isEmpty()) return refused(Refusal.NOBODY_ENTITLED);
        if (!electorate.keySet().equals(asked.confirmed))
            return refused(Refusal.ELECTORATE_CHANGED);
        var question =
                new Question(
                        meeting.body(),
                        meeting.id(),
                        item.id(),
                        asked.mode,
                        asked.motion,
                        meeting.course().date());
        return changed(
                new Vote(
                        id,
                        question,
                        item.inPublic(),
                        electorate,
                        new TreeMap<>(),
                        Counting.NONE,
                        null),
                new VoteOpened(
                        meeting.body(),
                        meeting.id(),
                        item.id(),
                        asked.motion.subject(),
                        asked.mode,
                        electorate.size()));
    }

    private static @Nullable Refusal misplaced(Motion motion, Item item, BodyKind body) {
        if (!motion.onContent()) return null;
        if (body == BodyKind.STEERING_GROUP) return Refusal.NO_VOTES_IN_STEERING_GROUP;
        if (body != BodyKind.ASSEMBLY) return Refusal.ONLY_THE_ASSEMBLY;
        return item.inPublic() ? null : Refusal.PUBLIC_MOTION_IN_CLOSED_PART;
    }

    /// The answer to an opening when the vote is there already.
    Decision<Vote> openedAgain(Opening asked) {
        return question.meeting.equals(asked.meeting)
                        && question.item.equals(asked.item)
                        && question.mode == asked.mode
                        && question.motion.equals(asked.motion)
                        && electorate.keySet().equals(asked.confirmed)
                ? unchanged()
                : refused(Refusal.OTHER_CONTENT);
    }

    /// @param person whose own ballot it is; null when a show of hands is recorded
    Decision<Vote> cast(String seat, Choice choice, @Nullable String person) {
        if (question.mode != Mode.OPEN) return refused(Refusal.SECRET_ON_PAPER);
        if (choice == Choice.INVALID) return refused(Refusal.INVALID_ONLY_ON_PAPER);
        var entrant = electorate.get(seat);
        if (entrant == null) return refused(Refusal.NOT_ENTITLED);
        if (person != null && !person.equals(entrant.person()))
            return refused(Refusal.NOT_YOUR_SEAT);
        if (choice == ballots.get(seat)) return unchanged();
        if (result != null) return refused(Refusal.VOTE_CLOSED);
        if (ballots.containsKey(seat)) return refused(Refusal.ALREADY_CAST);
        var next = new TreeMap<>(ballots);
        next.put(seat, choice);
        return changed(
                new Vote(id, question, publicItem, electorate, next, counting, null),
                new BallotCast());
    }

    /// A second count that differs is kept as such, so that typing it again is answered as the first time.
    Decision<Vote> count(String account, SortedMap<Choice, Integer> tally) {
        if (question.mode != Mode.SECRET_ON_PAPER) return refused(Refusal.NOT_ON_PAPER);
        var count = Counting.Count.of(account, tally);
        if (counting.knows(count)) return unchanged();
        if (count.equals(counting.differing())) return refused(Refusal.COUNTS_DIFFER);
        if (result != null) return refused(Refusal.VOTE_CLOSED);
        if (counting.agreed()) return refused(Refusal.COUNTS_AGREED);
        if (count.ballots() > electorate.size()) return refused(Refusal.MORE_BALLOTS_THAN_ENTITLED);
        return changed(
                new Vote(id, question, publicItem, electorate, ballots, counting.with(count), null),
                new CountEntered());
    }

    Decision<Vote> close(LocalDate on) {
        if (result != null)
            return result.on.equals(on) ? unchanged() : refused(Refusal.VOTE_CLOSED);
        if (question.mode == Mode.SECRET_ON_PAPER && !counting.agreed())
            return refused(Refusal.COUNTS_MISSING);
        var tally = tally();
        var carried = tally.getOrDefault(Choice.YES, 0) > tally.getOrDefault(Choice.NO, 0);
        var facts = new ArrayList<Fact>();
        facts.add(new VoteClosed(tally, carried, on));
        if (carried && question.motion instanceof Motion.Appoint(var holder, var name))
            facts.add(new MemberAppointed(question.body, holder, new PublicText(name), on));
        return changed(
                new Vote(
                        id,
                        question,
                        publicItem,
                        electorate,
                        ballots,
                        counting,
                        new Result(tally, carried, on)),
                facts);
    }

    private SortedMap<Choice, Integer> tally() {
        var first = counting.first();
        if (first != null) return first.tally();
        var tally = new TreeMap<Choice, Integer>();
        CHOICES.forEach(choice -> tally.put(choice, 0));
        ballots.values().forEach(choice -> tally.merge(choice, 1, Integer::sum));
        return tally;
    }

    public boolean underWay() {
        return result == null;
    }

    /// The seats of this electorate that this person fills.
    public List<String> seatsOf(@Nullable String person) {
        return electorate.values().stream()
                .filter(entrant -> entrant.person().equals(person))
                .map(Entrant::seat)
                .toList();
    }
}
