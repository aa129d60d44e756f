package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.ChairHandedOver;
import de.stadtforum.contracts.session.MeetingFact.ConflictDeclared;
import de.stadtforum.contracts.session.MeetingFact.ItemConcluded;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingConvened;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.MeetingPostponed;
import de.stadtforum.contracts.session.MeetingFact.MinutesSigned;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.MeetingFact.QuorumEstablished;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Correction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A meeting from its plan to the signed minutes: convened in time, opened, conducted item by item, closed, never rewritten once signed.
public record Meeting(
        String id,
        String body,
        Course course,
        List<Item> items,
        Attendance attendance,
        List<Correction> corrections) {
    /// What tells of persons or of the closed part stays with those who read the meeting.
    private static final List<String> HOME = List.of("meeting-attendance", "meeting-item");

    static final int MOST_ITEMS = 200;
    static final int MOST_ENTRIES = 2_000;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        BODY_NOT_KNOWN_YET,
        BODY_UNKNOWN,
        BODY_NOT_THERE_THEN,
        BODY_MEETS_CLOSED,
        PUBLIC_ITEM_IN_CLOSED_MEETING,
        INVITED_TOO_LATE,
        INVITED_AFTER_MEETING,
        ANOTHER_DAY,
        ALREADY_CONVENED,
        NOT_CONVENED,
        ALREADY_OPEN,
        NOT_OPEN,
        MEETING_CLOSED,
        MINUTES_SIGNED,
        NOT_A_NEW_DATE,
        ITEM_UNKNOWN,
        NUMBER_TAKEN,
        ITEM_CONCLUDED,
        PROPOSAL_UNKNOWN,
        PROPOSAL_OF_ANOTHER_BODY,
        PROPOSAL_HEARD,
        SITS_ELSEWHERE,
        NOT_PRESENT,
        SEAT_UNKNOWN,
        NOT_OF_THIS_SEAT,
        ATTENDED_BEFORE_MEETING,
        ATTENDED_AFTER_MEETING,
        ATTENDANCE_CHANGED_MEANWHILE,
        NOT_INVITED,
        ENTRY_UNKNOWN,
        MEETING_CANCELLED,
        VOTES_RUNNING,
        ITEMS_OPEN,
        NOT_A_VOTING_SEAT,
        NO_CONFLICT,
        NO_HANDOVER,
        CONFLICT_OF_INTEREST,
        CLOSED_BEFORE_OPENED,
        LASTS_TOO_LONG,
        NOT_CLOSED,
        SIGNED_BEFORE_MEETING,
        NO_VOTE,
        NOT_CONCLUDED,
        NOT_SIGNED,
        PROPOSAL_WITHDRAWN,
        PROPOSAL_ON_ANOTHER_AGENDA,
        VOTED_IN_ITS_PART,
        NOT_YET_PAST,
        DAY_IS_OVER,
        NO_ITEMS,
        NO_ATTENDANCE,
        MEETS_THAT_DAY,
        PLANNED_THAT_DAY,
        OUTCOMES_MISSING,
        TOO_MANY;

        @Override
        public @Nullable String field() {
            return switch (this) {
                case INVITED_TOO_LATE -> "lateReason";
                case DAY_IS_OVER, PLANNED_THAT_DAY -> "date";
                case NO_ITEMS -> "title";
                case NO_ATTENDANCE -> "all";
                case OUTCOMES_MISSING -> "outcome";
                case MEETS_THAT_DAY -> "another";
                default -> null;
            };
        }
    }

    /// Yesterday's meetings know of no corrections.
    @SuppressWarnings("ConstantValue")
    public Meeting {
        items = List.copyOf(items);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    /// One about which nothing was put right.
    public Meeting(String id, String body, Course course, List<Item> items, Attendance attendance) {
        this(id, body, course, items, attendance, List.of());
    }

    static Decision<Meeting> plan(
            @Nullable Meeting existing,
            String id,
            String body,
            LocalDate date,
            @Nullable Roster roster) {
        if (existing == null) {
            if (roster == null || roster.equals(Roster.NONE)) return refused(Refusal.BODY_UNKNOWN);
            if (!roster.existsOn(date)) return refused(Refusal.BODY_NOT_THERE_THEN);
            return changed(
                    new Meeting(
                            id, body, Course.planned(date), List.of(), Attendance.NONE, List.of()),
                    new MeetingPlanned(body, date));
        }
        return existing.body.equals(body) && existing.course.planned().equals(date)
                ? unchanged()
                : refused(Refusal.OTHER_CONTENT);
    }

    /// @param roster of the meeting's body
    /// @param periodDays between the invitation and the meeting
    Decision<Meeting> convene(Invitation called, Roster roster, int periodDays) {
        if (called.equals(course.invitation()) || course.wasConvened(called)) return unchanged();
        switch (course.phase()) {
            case PLANNED -> {}
            case CONVENED -> {
                return refused(Refusal.ALREADY_CONVENED);
            }
            case POSTPONED -> {
                return refused(Refusal.NOT_A_NEW_DATE);
            }
            case CANCELLED -> {
                return refused(Refusal.MEETING_CANCELLED);
            }
            default -> {
                return refused(Refusal.ALREADY_OPEN);
            }
        }
        if (!course.date().equals(day(called.begins()))) return refused(Refusal.ANOTHER_DAY);
        if (!roster.existsOn(course.date())) return refused(Refusal.BODY_NOT_THERE_THEN);
        if (called.invitedOn().isAfter(course.date()))
            return refused(Refusal.INVITED_AFTER_MEETING);
        if (called.publicMeeting() && roster.meetsClosed())
            return refused(Refusal.BODY_MEETS_CLOSED);
        if (!called.publicMeeting() && items.stream().anyMatch(Item::inPublic))
            return refused(Refusal.PUBLIC_ITEM_IN_CLOSED_MEETING);
        var late = !called.keepsPeriod(course.date(), periodDays);
        if (late && called.lateReason() == null) return refused(Refusal.INVITED_TOO_LATE);
        return changed(
                with(course.convened(called)),
                new MeetingConvened(
                        body,
                        called.begins(),
                        new PublicText(called.place()),
                        called.invitedOn(),
                        called.publicMeeting(),
                        late));
    }

    /// @param date null where a new date has yet to be found
    Decision<Meeting> postpone(@Nullable LocalDate date, String reason) {
        if (course.wasPostponed(date, reason)) return unchanged();
        if (begun()) return refused(Refusal.ALREADY_OPEN);
        if (course.phase() == Phase.CANCELLED) return refused(Refusal.MEETING_CANCELLED);
        if (course.date().equals(date)) return refused(Refusal.NOT_A_NEW_DATE);
        return changed(
                with(course.postponed(date, reason)),
                new MeetingPostponed(date, new PublicText(reason)));
    }

    /// @param roster of the meeting's body; a body that meets closed has no public items
    Decision<Meeting> place(Item item, Roster roster) {
        var same = item(item.id());
        if (same.isPresent())
            return same.get().samePlacement(item) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        if (over()) return refused(Refusal.MEETING_CLOSED);
        if (course.phase() == Phase.CANCELLED) return refused(Refusal.MEETING_CANCELLED);
        if (items.stream().anyMatch(each -> Numbers.same(each.number(), item.number())))
            return refused(Refusal.NUMBER_TAKEN);
        if (item.inPublic() && hasNoPublicPart(roster))
            return refused(Refusal.PUBLIC_ITEM_IN_CLOSED_MEETING);
        if (items.size() >= MOST_ITEMS) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(items);
        all.add(item);
        return changed(with(all), item.told());
    }

    Decision<Meeting> open(Instant at) {
        if (begun())
            return at.equals(course.opened()) ? unchanged() : refused(Refusal.ALREADY_OPEN);
        if (course.phase() != Phase.CONVENED) return refused(Refusal.NOT_CONVENED);
        if (!day(at).equals(course.date())) return refused(Refusal.ANOTHER_DAY);
        return changed(with(course.opened(at)), new MeetingOpened(at));
    }

    /// @param roster of the meeting's body: only who sits there that day attends
    Decision<Meeting> attend(Attendance.Entry entry, Roster roster) {
        if (attendance.repeats(entry)) return unchanged();
        // told once more after the meeting
        if (over() && attendance.entries().contains(entry)) return unchanged();
        if (course.phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if (course.phase() != Phase.CONVENED && !begun()) return refused(Refusal.NOT_CONVENED);
        var date = course.date();
        if (!roster.seatsOn(date).containsKey(entry.seat())) return refused(Refusal.SEAT_UNKNOWN);
        if (!roster.mayFill(entry.seat(), entry.person(), entry.deputy(), date))
            return refused(Refusal.NOT_OF_THIS_SEAT);
        if (day(entry.at()).isBefore(date)) return refused(Refusal.ATTENDED_BEFORE_MEETING);
        if (course.closed() != null && entry.at().isAfter(course.closed()))
            return refused(Refusal.ATTENDED_AFTER_MEETING);
        if (attendance.sitsElsewhere(entry)) return refused(Refusal.SITS_ELSEWHERE);
        if (attendance.entries().size() >= MOST_ENTRIES) return refused(Refusal.TOO_MANY);
        return changed(
                with(attendance.with(entry)),
                new AttendanceRecorded(
                        entry.seat(),
                        entry.person(),
                        entry.presence(),
                        entry.deputy(),
                        entry.at()));
    }

    /// The whole list with one button: all of it or nothing.
    Decision<Meeting> attendAll(List<Attendance.Entry> entries, Roster roster) {
        return each(entries, (meeting, entry) -> meeting.attend(entry, roster));
    }

    Decision<Meeting> findQuorum(Roster roster) {
        if (course.phase() != Phase.OPEN) // found while it was open, asked for again afterwards
        return attendance.quorum() == null ? refused(Refusal.NOT_OPEN) : unchanged();
        var found = quorumOfNow(roster);
        if (found.equals(attendance.quorum())) return unchanged();
        return changed(
                with(attendance.with(found)),
                new QuorumEstablished(found.present(), found.statutory(), found.quorate()));
    }

    /// Counts the voting seats that are filled in the room by who may sit there (§ 49 Abs. 1 GO NRW).
    public Attendance.Quorum quorumOfNow(Roster roster) {
        var date = course.date();
        var there = attendance.present();
        var filled =
                roster.votingSeatsOn(date).entrySet().stream()
                        .filter(seat -> {
                            var entry = there.get(seat.getKey());
                            return entry != null
                                    && Leading.rightfully(seat.getValue(), entry, date);
                        })
                        .count();
        return Attendance.Quorum.of((int) filled, roster.statutoryVotesOn(date));
    }

    /// @param roster of the meeting's body: who does not sit there has no conflict there
    public Decision<Meeting> declareConflict(String seat, String itemId, Roster roster) {
        return onItem(
                itemId,
                item -> {
                    if (item.conflicted().contains(seat)) return unchanged();
                    if (item.outcome() != null) return refused(Refusal.ITEM_CONCLUDED);
                    if (!roster.seatsOn(course.date()).containsKey(seat))
                        return refused(Refusal.SEAT_UNKNOWN);
                    return changed(
                            with(item.conflicting(seat)), new ConflictDeclared(seat, itemId));
                });
    }

    /// Only a voting seat whose person is there rightfully and has no conflict leads in place of the chair.
    public Decision<Meeting> handOver(String seat, String itemId, Roster roster) {
        return onItem(
                itemId,
                item -> {
                    if (seat.equals(item.chair())) return unchanged();
                    if (course.phase() != Phase.OPEN) return refused(Refusal.NOT_OPEN);
                    if (item.outcome() != null) return refused(Refusal.ITEM_CONCLUDED);
                    if (item.conflicted().contains(seat))
                        return refused(Refusal.CONFLICT_OF_INTEREST);
                    var known = roster.seatsOn(course.date()).get(seat);
                    if (known == null) return refused(Refusal.SEAT_UNKNOWN);
                    if (known.kind() != SeatKind.VOTING) return refused(Refusal.NOT_A_VOTING_SEAT);
                    var entry = attendance.present().get(seat);
                    if (entry == null || !Leading.rightfully(known, entry, course.date()))
                        return refused(Refusal.NOT_PRESENT);
                    return changed(with(item.ledBy(seat)), new ChairHandedOver(seat, itemId));
                });
    }

    /// "Decided" needs a vote with a result.
    Decision<Meeting> concludeWithoutVote(String itemId) {
        return onItem(
                itemId,
                item ->
                        item.outcome() == ItemOutcome.DECIDED
                                ? unchanged()
                                : refused(Refusal.NO_VOTE));
    }

    /// Several new items with one button: all of them or none.
    Decision<Meeting> placeAll(List<Item> placed, Roster roster) {
        return each(placed, (meeting, item) -> meeting.place(item, roster));
    }

    /// What became of several items, with one button: all of it or nothing.
    Decision<Meeting> concludeAll(SortedMap<String, ItemOutcome> outcomes) {
        return each(
                outcomes.entrySet(),
                (meeting, item) -> meeting.conclude(item.getKey(), item.getValue()));
    }

    private <T> Decision<Meeting> each(
            Collection<T> all, BiFunction<Meeting, T, Decision<Meeting>> act) {
        Decision<Meeting> done = unchanged();
        for (var one : all) done = done.then(this, meeting -> act.apply(meeting, one));
        return done;
    }

    public Decision<Meeting> conclude(String itemId, ItemOutcome outcome) {
        return onItem(
                itemId,
                item -> {
                    if (outcome == item.outcome()) return unchanged();
                    if (item.outcome() != null) return refused(Refusal.ITEM_CONCLUDED);
                    if (!begun()) return refused(Refusal.NOT_OPEN);
                    return changed(
                            with(item.concluded(outcome)), new ItemConcluded(itemId, outcome));
                });
    }

    /// @param leaveOpen items without an outcome are minuted as postponed
    /// @param votesRunning how many votes of this meeting have neither a result nor were cancelled
    public Decision<Meeting> close(
            Instant at, boolean leaveOpen, long votesRunning, LocalDate today) {
        if (at.equals(course.closed())) return unchanged();
        if (over()) return refused(Refusal.MEETING_CLOSED);
        var opened = course.opened();
        if (opened == null) return refused(Refusal.NOT_OPEN);
        if (at.isBefore(opened)) return refused(Refusal.CLOSED_BEFORE_OPENED);
        if (tooLong(opened, at)) return refused(Refusal.LASTS_TOO_LONG);
        if (votesRunning > 0) return refused(Refusal.VOTES_RUNNING);
        var open = items.stream().filter(item -> item.outcome() == null).toList();
        if (!open.isEmpty() && !leaveOpen) return refused(Refusal.ITEMS_OPEN);
        return each(open, (meeting, item) -> meeting.conclude(item.id(), ItemOutcome.POSTPONED))
                .then(
                        this,
                        meeting -> {
                            var closed = meeting.with(meeting.course.closed(at));
                            return changed(closed, new MeetingClosed(at, closed.held(today)));
                        });
    }

    /// A meeting goes on into the night, not into the day after.
    static boolean tooLong(Instant opened, Instant closed) {
        return Duration.between(opened, closed).compareTo(Duration.ofDays(1)) > 0;
    }

    Decision<Meeting> sign(LocalDate on) {
        if (on.equals(course.signed())) return unchanged();
        if (course.phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if (course.phase() != Phase.CLOSED) return refused(Refusal.NOT_CLOSED);
        var closed = course.closed();
        if (closed == null || on.isBefore(day(closed)))
            return refused(Refusal.SIGNED_BEFORE_MEETING);
        return changed(with(course.signed(on)), new MinutesSigned(on));
    }

    /// @param today when it is put right
    public MeetingCorrections putRight(String reason, LocalDate today) {
        return new MeetingCorrections(this, reason, today);
    }

    /// Without names of those present, without the words of the closed part.
    public Meeting forThePublic() {
        return new Meeting(
                id,
                body,
                course,
                items.stream().map(Item::forThePublic).toList(),
                new Attendance(List.of(), attendance.quorum()),
                corrections.stream().filter(each -> !HOME.contains(each.act())).toList());
    }

    /// One more than the greatest whole number on the agenda.
    public String nextNumber() {
        return String.valueOf(
                1
                        + items.stream()
                                .map(item -> item.number().replaceFirst("\\D.*", ""))
                                .filter(number -> !number.isEmpty())
                                .mapToInt(Integer::parseInt)
                                .max()
                                .orElse(0));
    }

    /// @param roster of the meeting's body; a body that meets closed has no public items
    boolean hasNoPublicPart(Roster roster) {
        return roster.meetsClosed() || meetsClosed();
    }

    static List<Part> parts(boolean closedOnly) {
        return closedOnly ? List.of(Part.CLOSED) : List.of(Part.PUBLIC, Part.CLOSED);
    }

    /// Where an item may stand.
    public List<Part> partsFor(Roster roster) {
        return parts(hasNoPublicPart(roster));
    }

    /// Invited to without the public; an item then stands in the closed part.
    boolean meetsClosed() {
        return course.invitation() != null && !course.inPublic();
    }

    public Optional<Item> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    /// Planned or convened, and not yet begun.
    public boolean ahead() {
        return course.phase() == Phase.PLANNED || course.phase() == Phase.CONVENED;
    }

    /// Nobody closed it on its day.
    public boolean leftOpen(LocalDate today) {
        return underWay() && course.date().isBefore(today);
    }

    public boolean underWay() {
        return course.phase() == Phase.OPEN;
    }

    /// The one definition: opened, closed, on or before today, and somebody was there.
    public boolean held(LocalDate today) {
        return begun()
                && over()
                && !course.date().isAfter(today)
                && attendance.entries().stream()
                        .anyMatch(entry -> entry.presence() == Presence.PRESENT);
    }

    boolean begun() {
        return course.opened() != null;
    }

    boolean over() {
        return course.closed() != null;
    }

    Decision<Meeting> onItem(String itemId, Function<Item, Decision<Meeting>> decision) {
        var item = item(itemId);
        if (item.isEmpty()) return refused(Refusal.ITEM_UNKNOWN);
        var answer = decision.apply(item.get());
        return answer instanceof Decision.Changed && course.phase() == Phase.SIGNED
                ? refused(Refusal.MINUTES_SIGNED)
                : answer;
    }

    boolean isOnItsDay(Instant at) {
        return day(at).equals(course.date());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(PlatformClock.CITY).toLocalDate();
    }

    Meeting with(Course next) {
        return new Meeting(id, body, next, items, attendance, corrections);
    }

    Meeting with(Attendance next) {
        return new Meeting(id, body, course, items, next, corrections);
    }

    Meeting with(List<Item> agenda) {
        return new Meeting(id, body, course, agenda, attendance, corrections);
    }

    Meeting with(Item next) {
        var all = items.stream().map(item -> item.id().equals(next.id()) ? next : item).toList();
        return with(all);
    }
}
