package de.stadtforum.session.voting;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.BallotWithdrawn;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.CountEntered;
import de.stadtforum.contracts.session.VotingFact.MemberAppointed;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A vote on one motion: the electorate is sealed when it opens, each seat has one ballot, ayes must outnumber noes (§ 50 Abs. 1, 5 GO NRW).
/// Until it has a result it can be cancelled, and what was typed in for it can be taken back; afterwards nothing changes.
///
/// @param running names meeting and item while it runs: no two votes have the same, so an item has one running vote
/// @param opened when it was opened, as the clock said; nothing for votes from before this was kept
/// @param cancelled it was opened by mistake and has no result
public record Vote(
        String id,
        Question question,
        boolean publicItem,
        SortedMap<String, Entrant> electorate,
        SortedMap<String, Choice> ballots,
        Counting counting,
        @Nullable Result result,
        @Nullable String running,
        @Nullable Instant opened,
        Hands hands,
        @Nullable Cancelled cancelled,
        List<Correction> corrections) {
    static final List<Choice> CHOICES =
            List.of(Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.INVALID);

    /// A vote that is opened later than this on the day after the meeting is one that is entered afterwards.
    private static final LocalTime LONGEST = LocalTime.NOON;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        MEETING_UNKNOWN,
        MEETING_NOT_OPEN,
        MEETING_CLOSED,
        MINUTES_SIGNED,
        ITEM_UNKNOWN,
        ITEM_CONCLUDED,
        NOT_LEADING,
        NOBODY_LEADS,
        ANOTHER_VOTE_RUNS,
        ROSTER_NOT_KNOWN_YET,
        ROSTER_HAS_A_GAP,
        NOT_QUORATE,
        NO_VOTES_IN_STEERING_GROUP,
        ONLY_THE_ASSEMBLY,
        PUBLIC_MOTION_IN_CLOSED_PART,
        NOBODY_ENTITLED,
        ELECTORATE_CHANGED,
        VOTE_CLOSED,
        VOTE_CANCELLED,
        VOTE_CLOSED_BEFORE_OPENED,
        VOTE_CLOSED_AFTER_MEETING,
        MISSING_BALLOTS,
        NOT_ENTITLED,
        NOT_YOUR_SEAT,
        ALREADY_CAST,
        NO_BALLOT,
        OWN_BALLOT,
        SECRET_ON_PAPER,
        INVALID_ONLY_ON_PAPER,
        NOT_ON_PAPER,
        MORE_BALLOTS_THAN_ENTITLED,
        COUNTS_DIFFER,
        COUNTS_AGREED,
        COUNTS_MISSING,
        NO_COUNT,
        TOTALS_ONLY_AFTERWARDS,
        TOTALS_ENTERED,
        BALLOTS_CAST,
        RESULT_HAS_EFFECTS,
        REASON_MISSING;

        @Override
        public @Nullable String field() {
            return switch (this) {
                case VOTE_CLOSED_BEFORE_OPENED, VOTE_CLOSED_AFTER_MEETING -> "on";
                case MISSING_BALLOTS -> "confirmedMissing";
                case REASON_MISSING -> "reason";
                default -> null;
            };
        }
    }

    /// @param confirmed the seats that the chair saw and confirmed
    public record Opening(
            String meeting, String item, Mode mode, Motion motion, SortedSet<String> confirmed) {}

    public record Question(
            String body, String meeting, String item, Mode mode, Motion motion, LocalDate day) {}

    public record Result(SortedMap<Choice, Integer> tally, boolean carried, LocalDate on) {
        public boolean tied() {
            var yes = tally.getOrDefault(Choice.YES, 0);
            return yes > 0 && yes.equals(tally.get(Choice.NO));
        }
    }

    public record Cancelled(LocalDate on, String reason) {}

    /// What was typed in by those who keep the record.
    ///
    /// @param seats whose ballot is a recorded show of hands, not cast by the member
    /// @param totals of a past meeting, as its notes say, in place of ballots by seat
    public record Hands(SortedSet<String> seats, @Nullable SortedMap<Choice, Integer> totals) {
        static final Hands NONE = new Hands(new TreeSet<>(), null);

        Hands with(String seat) {
            var all = new TreeSet<>(seats);
            all.add(seat);
            return new Hands(all, totals);
        }

        Hands without(String seat) {
            var all = new TreeSet<>(seats);
            all.remove(seat);
            return new Hands(all, totals);
        }
    }

    /// What is asked of a vote that is closed.
    ///
    /// @param confirmedMissing so many ballots were said to be missing, and that is meant
    public record Closing(LocalDate on, @Nullable Integer confirmedMissing) {}

    /// Yesterday's votes know nothing of what is kept since.
    @SuppressWarnings("ConstantValue")
    public Vote {
        hands = hands == null ? Hands.NONE : hands;
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    Vote(
            String id,
            Question question,
            boolean publicItem,
            SortedMap<String, Entrant> electorate,
            Instant opened) {
        this(
                id,
                question,
                publicItem,
                electorate,
                new TreeMap<>(),
                Counting.NONE,
                null,
                running(question.meeting, question.item),
                opened,
                Hands.NONE,
                null,
                List.of());
    }

    static String running(String meeting, String item) {
        return meeting + "/" + item;
    }

    /// @param obstacle what stands in the motion's way, such as a field that does not exist
    /// @param now when it is opened
    static Decision<Vote> open(
            String id,
            Opening asked,
            Meeting meeting,
            @Nullable Known<Roster> roster,
            @Nullable Reason obstacle,
            Instant now) {
        var item = meeting.item(asked.item).orElse(null);
        var unsealable = Electorate.obstacle(meeting, item, roster);
        if (unsealable != null || item == null || roster == null)
            return refused(unsealable == null ? Refusal.ITEM_UNKNOWN : unsealable);
        var misplaced = misplaced(asked.motion, item, roster.state().kind());
        if (misplaced != null) return refused(misplaced);
        if (obstacle != null) return refused(obstacle);
        if (notQuorate(meeting)) return refused(Refusal.NOT_QUORATE);
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
                new Vote(id, question, item.inPublic(), electorate, now),
                new VoteOpened(
                        meeting.body(),
                        meeting.id(),
                        item.id(),
                        asked.motion.subject(),
                        asked.mode,
                        electorate.size()));
    }

    private static boolean notQuorate(Meeting meeting) {
        var quorum = meeting.attendance().quorum();
        return quorum != null && !quorum.quorate();
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
    /// @param meets the meeting is open
    Decision<Vote> cast(String seat, Choice choice, @Nullable String person, boolean meets) {
        if (question.mode != Mode.OPEN) return refused(Refusal.SECRET_ON_PAPER);
        if (choice == Choice.INVALID) return refused(Refusal.INVALID_ONLY_ON_PAPER);
        var entrant = electorate.get(seat);
        if (entrant == null) return refused(Refusal.NOT_ENTITLED);
        if (person != null && !person.equals(entrant.person()))
            return refused(Refusal.NOT_YOUR_SEAT);
        if (choice == ballots.get(seat)) return unchanged();
        var over = over(meets);
        if (over != null) return refused(over);
        if (hands.totals != null) return refused(Refusal.TOTALS_ENTERED);
        if (ballots.containsKey(seat)) return refused(Refusal.ALREADY_CAST);
        var next = new TreeMap<>(ballots);
        next.put(seat, choice);
        return changed(with(next, person == null ? hands.with(seat) : hands), new BallotCast());
    }

    /// A whole show of hands, as one act: one seat that does not fit, and nothing is recorded.
    Decision<Vote> castAll(SortedMap<String, Choice> all, boolean meets) {
        Decision<Vote> done = unchanged();
        for (var each : all.entrySet())
            done = done.then(this, vote -> vote.cast(each.getKey(), each.getValue(), null, meets));
        return done;
    }

    /// The totals of an open vote in a past meeting, from its notes; others before the result take their place, with a reason.
    ///
    /// @param before what stood there, in words
    Decision<Vote> total(
            SortedMap<Choice, Integer> typed,
            @Nullable String reason,
            String before,
            Meeting meeting,
            LocalDate today) {
        if (question.mode != Mode.OPEN) return refused(Refusal.SECRET_ON_PAPER);
        var known = hands.totals;
        if (typed.equals(known)) return unchanged();
        if (result != null && known != null)
            return reason == null
                    ? refused(Refusal.REASON_MISSING)
                    : new VoteCorrections(this, reason, today)
                            .totals(result, typed, before, meeting);
        var over = over(true);
        if (over != null) return refused(over);
        if (meeting.course().phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if (meeting.underWay() && !today.isAfter(meeting.course().date()))
            return refused(Refusal.TOTALS_ONLY_AFTERWARDS);
        if (!ballots.isEmpty()) return refused(Refusal.BALLOTS_CAST);
        if (sum(typed) > electorate.size()) return refused(Refusal.MORE_BALLOTS_THAN_ENTITLED);
        var next = with(ballots, new Hands(hands.seats, typed));
        if (known == null) return changed(next, Collections.nCopies(sum(typed), new BallotCast()));
        if (reason == null) return refused(Refusal.REASON_MISSING);
        var more = sum(typed) - sum(known);
        return changed(
                next.with(new Correction("vote-totals", today, reason, before)),
                more >= 0
                        ? Collections.nCopies(more, new BallotCast())
                        : Collections.nCopies(-more, new BallotWithdrawn()));
    }

    static boolean carried(SortedMap<Choice, Integer> tally) {
        return tally.getOrDefault(Choice.YES, 0) > tally.getOrDefault(Choice.NO, 0);
    }

    /// A second count that differs is kept as such, so that typing it again is answered as the first time.
    Decision<Vote> count(String account, SortedMap<Choice, Integer> tally, boolean meets) {
        if (question.mode != Mode.SECRET_ON_PAPER) return refused(Refusal.NOT_ON_PAPER);
        var count = Counting.Count.of(account, tally);
        if (counting.knows(count)) return unchanged();
        if (count.equals(counting.differing())) return refused(Refusal.COUNTS_DIFFER);
        var over = over(meets);
        if (over != null) return refused(over);
        if (counting.agreed()) return refused(Refusal.COUNTS_AGREED);
        if (count.ballots() > electorate.size()) return refused(Refusal.MORE_BALLOTS_THAN_ENTITLED);
        return changed(with(counting.with(count)), new CountEntered());
    }

    Decision<Vote> close(Closing asked, Meeting meeting) {
        var on = asked.on;
        if (result != null)
            return result.on.equals(on) ? unchanged() : refused(Refusal.VOTE_CLOSED);
        var early = early(asked, meeting);
        if (early != null) return refused(early);
        var tally = tally();
        var carried = carried(tally);
        var facts = new ArrayList<Fact>();
        facts.add(new VoteClosed(tally, carried, on));
        if (carried && question.motion instanceof Motion.Appoint(var holder, var name))
            facts.add(new MemberAppointed(question.body, holder, new PublicText(name), on));
        return changed(with(new Result(tally, carried, on), hands), facts);
    }

    Vote with(Result next, Hands recorded) {
        return new Vote(
                id,
                question,
                publicItem,
                electorate,
                ballots,
                counting,
                next,
                null,
                opened,
                recorded,
                null,
                corrections);
    }

    /// Why it cannot be closed so.
    private @Nullable Refusal early(Closing asked, Meeting meeting) {
        if (cancelled != null) return Refusal.VOTE_CANCELLED;
        // totals of a past meeting are taken until the minutes are signed
        if (hands.totals == null && !meeting.underWay()) return Refusal.MEETING_CLOSED;
        if (meeting.course().phase() == Phase.SIGNED) return Refusal.MINUTES_SIGNED;
        if (notQuorate(meeting)) return Refusal.NOT_QUORATE;
        if (asked.on.isBefore(earliest())) return Refusal.VOTE_CLOSED_BEFORE_OPENED;
        var end = meeting.course().closed();
        if (end != null && asked.on.isAfter(day(end))) return Refusal.VOTE_CLOSED_AFTER_MEETING;
        if (question.mode == Mode.SECRET_ON_PAPER && !counting.agreed())
            return Refusal.COUNTS_MISSING;
        var missing = missing();
        return missing == 0 || Objects.equals(missing, asked.confirmedMissing)
                ? null
                : Refusal.MISSING_BALLOTS;
    }

    /// The first day that it can have been closed on: that of its opening, or the meeting's where it is entered afterwards.
    private LocalDate earliest() {
        return opened == null || late() ? question.day : day(opened);
    }

    /// Entered after the meeting, from its notes.
    public boolean late() {
        var end = question.day.plusDays(1).atTime(LONGEST).atZone(PlatformClock.CITY).toInstant();
        return hands.totals != null || opened != null && opened.isAfter(end);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PlatformClock.CITY);
    }

    @Nullable Refusal over(boolean meets) {
        if (result != null) return Refusal.VOTE_CLOSED;
        if (cancelled != null) return Refusal.VOTE_CANCELLED;
        return meets ? null : Refusal.MEETING_CLOSED;
    }

    static int sum(SortedMap<Choice, Integer> tally) {
        return tally.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// @param today when it is put right
    VoteCorrections putRight(String reason, LocalDate today) {
        return new VoteCorrections(this, reason, today);
    }

    /// Entitled seats whose ballot is not in.
    /// How many ballots are in; of totals those that they count.
    int ballotsIn() {
        return hands.totals == null ? ballots.size() : electorate.size() - missing();
    }

    public int missing() {
        return electorate.size() - sum(tally());
    }

    private SortedMap<Choice, Integer> tally() {
        if (hands.totals != null) return hands.totals;
        var first = counting.first();
        if (first != null) return first.tally();
        var tally = new TreeMap<Choice, Integer>();
        CHOICES.forEach(choice -> tally.put(choice, 0));
        ballots.values().forEach(choice -> tally.merge(choice, 1, Integer::sum));
        return tally;
    }

    public boolean underWay() {
        return result == null && cancelled == null;
    }

    /// The seats of this electorate that this person fills.
    public List<String> seatsOf(@Nullable String person) {
        return electorate.values().stream()
                .filter(entrant -> entrant.person().equals(person))
                .map(Entrant::seat)
                .toList();
    }

    Vote with(SortedMap<String, Choice> next, Hands recorded) {
        return new Vote(
                id,
                question,
                publicItem,
                electorate,
                next,
                counting,
                result,
                running,
                opened,
                recorded,
                cancelled,
                corrections);
    }

    Vote with(Counting next) {
        return new Vote(
                id,
                question,
                publicItem,
                electorate,
                ballots,
                next,
                result,
                running,
                opened,
                hands,
                cancelled,
                corrections);
    }

    Vote cancelled(Cancelled now) {
        return new Vote(
                id,
                question,
                publicItem,
                electorate,
                ballots,
                counting,
                null,
                null,
                opened,
                hands,
                now,
                corrections);
    }

    Vote with(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return new Vote(
                id,
                question,
                publicItem,
                electorate,
                ballots,
                counting,
                result,
                running,
                opened,
                hands,
                cancelled,
                all);
    }
}
