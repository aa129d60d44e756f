package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.MeetingFact.AttendanceRecorded;
import de.stadtforum.contracts.session.MeetingFact.AttendanceWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.ChairHandedOver;
import de.stadtforum.contracts.session.MeetingFact.ClosingCorrected;
import de.stadtforum.contracts.session.MeetingFact.ConflictDeclared;
import de.stadtforum.contracts.session.MeetingFact.ConflictWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.HandoverWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.InvitationCorrected;
import de.stadtforum.contracts.session.MeetingFact.ItemConcluded;
import de.stadtforum.contracts.session.MeetingFact.ItemCorrected;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.ItemRemoved;
import de.stadtforum.contracts.session.MeetingFact.MeetingCancelled;
import de.stadtforum.contracts.session.MeetingFact.MeetingClosed;
import de.stadtforum.contracts.session.MeetingFact.MeetingConvened;
import de.stadtforum.contracts.session.MeetingFact.MeetingOpened;
import de.stadtforum.contracts.session.MeetingFact.MeetingPlanned;
import de.stadtforum.contracts.session.MeetingFact.MeetingPostponed;
import de.stadtforum.contracts.session.MeetingFact.MinutesNoted;
import de.stadtforum.contracts.session.MeetingFact.MinutesSigned;
import de.stadtforum.contracts.session.MeetingFact.OpeningCorrected;
import de.stadtforum.contracts.session.MeetingFact.OutcomeCorrected;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.contracts.session.MeetingFact.QuorumEstablished;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.PlatformClock;
import de.stadtforum.messaging.Reason;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        NOT_CLOSED,
        SIGNED_BEFORE_MEETING,
        NO_VOTE,
        NOT_CONCLUDED,
        NOT_SIGNED,
        PROPOSAL_WITHDRAWN,
        PROPOSAL_ON_ANOTHER_AGENDA,
        TOO_MANY
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
    Decision<Meeting> convene(Invitation called, Roster roster) {
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
        var late = !called.keepsPeriod(course.date());
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
        var closed = roster.meetsClosed() || (course.invitation() != null && !course.inPublic());
        if (item.inPublic() && closed) return refused(Refusal.PUBLIC_ITEM_IN_CLOSED_MEETING);
        if (items.size() >= MOST_ITEMS) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(items);
        all.add(item);
        return changed(new Meeting(id, body, course, all, attendance, corrections), item.told());
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
        var meeting = this;
        var told = new ArrayList<MeetingFact>();
        for (var entry : entries)
            switch (meeting.attend(entry, roster)) {
                case Decision.Changed<Meeting>(var next, _) -> {
                    meeting = next;
                    told.add(
                            new AttendanceRecorded(
                                    entry.seat(),
                                    entry.person(),
                                    entry.presence(),
                                    entry.deputy(),
                                    entry.at()));
                }
                case Decision.Refused<Meeting> no -> {
                    return no;
                }
                case Decision.Unchanged<Meeting> _ -> {}
            }
        return told.isEmpty() ? unchanged() : changed(meeting, told.toArray(MeetingFact[]::new));
    }

    /// Counts the voting seats that are filled in the room by who may sit there.
    Decision<Meeting> findQuorum(Roster roster) {
        if (course.phase() != Phase.OPEN) // found while it was open, asked for again afterwards
        return attendance.quorum() == null ? refused(Refusal.NOT_OPEN) : unchanged();
        var filled = roster.votingSeatsOn(course.date());
        var there = attendance.present();
        filled.entrySet()
                .removeIf(seat -> {
                    var entry = there.get(seat.getKey());
                    return entry == null
                            || !Leading.rightfully(seat.getValue(), entry, course.date());
                });
        var found = Attendance.Quorum.of(filled.size(), roster.statutoryVotesOn(course.date()));
        if (found.equals(attendance.quorum())) return unchanged();
        return changed(
                with(attendance.with(found)),
                new QuorumEstablished(found.present(), found.statutory(), found.quorate()));
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

    /// It was declared for the wrong seat or item.
    public Decision<Meeting> withdrawConflict(
            String seat, String itemId, String reason, Roster roster, LocalDate today) {
        var name = nameOf(seat, roster);
        return onItem(
                itemId,
                item -> {
                    if (!item.conflicted().contains(seat))
                        return item.wasCorrected("item-conflict", reason, name)
                                ? unchanged()
                                : refused(Refusal.NO_CONFLICT);
                    var correction = new Correction("item-conflict", today, reason, name);
                    return changed(
                            with(item.conflictWithdrawn(seat, correction)),
                            new ConflictWithdrawn(seat, itemId));
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

    /// The chair leads again.
    public Decision<Meeting> withdrawHandover(
            String seat, String itemId, String reason, Roster roster, LocalDate today) {
        var name = nameOf(seat, roster);
        return onItem(
                itemId,
                item -> {
                    if (!seat.equals(item.chair()))
                        return item.wasCorrected("item-handover", reason, name)
                                ? unchanged()
                                : refused(Refusal.NO_HANDOVER);
                    var correction = new Correction("item-handover", today, reason, name);
                    return changed(
                            with(item.handoverWithdrawn(correction)),
                            new HandoverWithdrawn(seat, itemId));
                });
    }

    private static String nameOf(String seat, Roster roster) {
        var known = roster.seats().get(seat);
        return known == null ? seat : known.name();
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

    /// @param outcome that holds; null where the item is open again
    /// @param voted whether a vote on it has a result
    Decision<Meeting> correctOutcome(
            String itemId,
            @Nullable ItemOutcome outcome,
            boolean voted,
            String reason,
            LocalDate today) {
        return onItem(
                itemId,
                item -> {
                    var before = item.outcome();
                    if (outcome == before) return unchanged();
                    if (before == null) return refused(Refusal.NOT_CONCLUDED);
                    if (outcome == null && over()) return refused(Refusal.MEETING_CLOSED);
                    if (outcome == ItemOutcome.DECIDED && !voted) return refused(Refusal.NO_VOTE);
                    var correction = new Correction("item-outcome", today, reason, item.number());
                    return changed(
                            with(item.outcomeCorrected(outcome, correction)),
                            new OutcomeCorrected(itemId, outcome));
                });
    }

    /// Taken off before anything was done on it; its number may stand again for another.
    Decision<Meeting> removeItem(String itemId, String reason, LocalDate today) {
        var item = item(itemId);
        if (item.isEmpty())
            return corrections.stream().anyMatch(each -> each.act().equals("item-removed"))
                    ? unchanged()
                    : refused(Refusal.ITEM_UNKNOWN);
        if (course.phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if (over()) return refused(Refusal.MEETING_CLOSED);
        if (item.get().outcome() != null) return refused(Refusal.ITEM_CONCLUDED);
        var rest = items.stream().filter(each -> !each.id().equals(itemId)).toList();
        var before = item.get().number() + (item.get().inPublic() ? " " + item.get().title() : "");
        return changed(
                corrected(course, rest, attendance, "item-removed", today, reason, before),
                new ItemRemoved(itemId, today));
    }

    /// @param shut null while the meeting is not closed
    Decision<Meeting> correctHours(
            Instant began, @Nullable Instant shut, String reason, LocalDate today) {
        var opened = course.opened();
        if (opened == null) return refused(Refusal.NOT_OPEN);
        if (course.phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if ((shut == null) != (course.closed() == null)) return refused(Refusal.NOT_CLOSED);
        if (opened.equals(began) && Objects.equals(shut, course.closed())) return unchanged();
        if (!day(began).equals(course.date())) return refused(Refusal.ANOTHER_DAY);
        if (shut != null && shut.isBefore(began)) return refused(Refusal.CLOSED_BEFORE_OPENED);
        var told = new ArrayList<MeetingFact>();
        if (!opened.equals(began)) told.add(new OpeningCorrected(began));
        var next =
                corrected(
                        course.at(began, shut),
                        items,
                        attendance,
                        "meeting-hours",
                        today,
                        reason,
                        null);
        if (shut != null && !shut.equals(course.closed()))
            told.add(new ClosingCorrected(shut, next.held(today)));
        return changed(next, told.toArray(MeetingFact[]::new));
    }

    /// What was signed stays; a note with its date is added.
    Decision<Meeting> note(String text, LocalDate today) {
        if (course.phase() != Phase.SIGNED) return refused(Refusal.NOT_SIGNED);
        if (corrections.stream()
                .anyMatch(each -> each.act().equals("minutes-note") && each.reason().equals(text)))
            return unchanged();
        return changed(
                corrected(course, items, attendance, "minutes-note", today, text, null),
                new MinutesNoted(today));
    }

    /// Several new items with one button: all of them or none.
    Decision<Meeting> placeAll(List<Item> placed, Roster roster) {
        var meeting = this;
        var told = new ArrayList<MeetingFact>();
        for (var item : placed)
            switch (meeting.place(item, roster)) {
                case Decision.Changed<Meeting>(var next, _) -> {
                    meeting = next;
                    told.add(item.told());
                }
                case Decision.Refused<Meeting> no -> {
                    return no;
                }
                case Decision.Unchanged<Meeting> _ -> {}
            }
        return told.isEmpty() ? unchanged() : changed(meeting, told.toArray(MeetingFact[]::new));
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
        if (votesRunning > 0) return refused(Refusal.VOTES_RUNNING);
        var open = items.stream().filter(item -> item.outcome() == null).toList();
        if (!open.isEmpty() && !leaveOpen) return refused(Refusal.ITEMS_OPEN);
        var next = this;
        var told = new ArrayList<MeetingFact>();
        for (var item : open) {
            next = next.with(item.concluded(ItemOutcome.POSTPONED));
            told.add(new ItemConcluded(item.id(), ItemOutcome.POSTPONED));
        }
        var closed = next.with(course.closed(at));
        told.add(new MeetingClosed(at, closed.held(today)));
        return changed(closed, told.toArray(MeetingFact[]::new));
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

    public boolean underWay() {
        return course.phase() == Phase.OPEN;
    }

    /// It was planned or convened by mistake and does not take place.
    Decision<Meeting> cancel(String reason, LocalDate today) {
        if (course.phase() == Phase.CANCELLED) return unchanged();
        if (begun()) return refused(Refusal.ALREADY_OPEN);
        return changed(
                corrected(
                        course.cancelled(),
                        items,
                        attendance,
                        "meeting-cancelled",
                        today,
                        reason,
                        null),
                new MeetingCancelled(new PublicText(reason), today));
    }

    /// Hour or place changed after the invitations went out; a meeting on another day is postponed.
    Decision<Meeting> correctInvitation(
            Instant begins, String place, String reason, LocalDate today) {
        var called = course.invitation();
        if (course.phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if (called == null) return refused(Refusal.NOT_INVITED);
        if (called.begins().equals(begins) && called.place().equals(place)) return unchanged();
        if (!day(begins).equals(course.date())) return refused(Refusal.ANOTHER_DAY);
        var next = called.at(begins, place);
        return changed(
                corrected(
                        course.invited(next),
                        items,
                        attendance,
                        "meeting-invitation",
                        today,
                        reason,
                        called.place()),
                new InvitationCorrected(begins, new PublicText(place), today));
    }

    Decision<Meeting> correctItem(
            String itemId, String number, String title, String reason, LocalDate today) {
        return onItem(
                itemId,
                item -> {
                    if (item.number().equals(number) && item.title().equals(title))
                        return unchanged();
                    if (items.stream()
                            .anyMatch(each ->
                                    !each.id().equals(itemId) && each.number().equals(number)))
                        return refused(Refusal.NUMBER_TAKEN);
                    var next = item.named(number, title);
                    return changed(
                            corrected(
                                    course,
                                    with(next).items,
                                    attendance,
                                    "meeting-item",
                                    today,
                                    reason,
                                    item.number() + " " + item.title()),
                            new ItemCorrected(
                                    itemId,
                                    number,
                                    item.part(),
                                    item.inPublic() ? new PublicText(title) : null,
                                    item.proposal()));
                });
    }

    /// An entry that was wrong does not count; another one tells what is right.
    Decision<Meeting> withdrawAttendance(Attendance.Entry entry, String reason, LocalDate today) {
        if (course.phase() == Phase.SIGNED) return refused(Refusal.MINUTES_SIGNED);
        if (!attendance.entries().contains(entry))
            return corrections.stream()
                            .anyMatch(each ->
                                    each.act().equals("meeting-attendance")
                                            && each.reason().equals(reason))
                    ? unchanged()
                    : refused(Refusal.ENTRY_UNKNOWN);
        return changed(
                corrected(
                        course,
                        items,
                        attendance.without(entry),
                        "meeting-attendance",
                        today,
                        reason,
                        null),
                new AttendanceWithdrawn(
                        entry.seat(),
                        entry.person(),
                        entry.presence(),
                        entry.deputy(),
                        entry.at()));
    }

    private Meeting corrected(
            Course next,
            List<Item> agenda,
            Attendance there,
            String act,
            LocalDate on,
            String reason,
            @Nullable String before) {
        var all = new ArrayList<>(corrections);
        all.add(new Correction(act, on, reason, before));
        return new Meeting(id, body, next, agenda, there, all);
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

    private Decision<Meeting> onItem(String itemId, Function<Item, Decision<Meeting>> decision) {
        var item = item(itemId);
        if (item.isEmpty()) return refused(Refusal.ITEM_UNKNOWN);
        var answer = decision.apply(item.get());
        return answer instanceof Decision.Changed && course.phase() == Phase.SIGNED
                ? refused(Refusal.MINUTES_SIGNED)
                : answer;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(PlatformClock.CITY).toLocalDate();
    }

    private Meeting with(Course next) {
        return new Meeting(id, body, next, items, attendance, corrections);
    }

    private Meeting with(Attendance next) {
        return new Meeting(id, body, course, items, next, corrections);
    }

    private Meeting with(Item next) {
        var all = items.stream().map(item -> item.id().equals(next.id()) ? next : item).toList();
        return new Meeting(id, body, course, all, attendance, corrections);
    }
}
