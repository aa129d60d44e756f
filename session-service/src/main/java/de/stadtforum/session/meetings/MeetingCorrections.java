package de.stadtforum.session.meetings;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.MeetingFact.AttendanceWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.ClosingCorrected;
import de.stadtforum.contracts.session.MeetingFact.ConflictWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.HandoverWithdrawn;
import de.stadtforum.contracts.session.MeetingFact.InvitationCorrected;
import de.stadtforum.contracts.session.MeetingFact.ItemCorrected;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.ItemRemoved;
import de.stadtforum.contracts.session.MeetingFact.MeetingCancelled;
import de.stadtforum.contracts.session.MeetingFact.MinutesNoted;
import de.stadtforum.contracts.session.MeetingFact.OpeningCorrected;
import de.stadtforum.contracts.session.MeetingFact.OutcomeCorrected;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.session.meetings.Course.Phase;
import de.stadtforum.session.meetings.Meeting.Refusal;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.web.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the record of a meeting is put right until its minutes are signed (§ 52 GO NRW): each act with its reason, under a fact of its own.
/// Asked again with the same reason it changes nothing.
///
/// @param reason stays with those who read the meeting, unless a method says otherwise
public record MeetingCorrections(Meeting meeting, String reason, LocalDate today) {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm 'Uhr'", Locale.GERMAN);

    /// It was planned or convened by mistake and does not take place. The reason is told.
    Decision<Meeting> cancel() {
        if (phase() == Phase.CANCELLED) return unchanged();
        if (meeting.begun()) return refused(Refusal.ALREADY_OPEN);
        return changed(
                noting("meeting-cancelled", null).with(meeting.course().cancelled()),
                new MeetingCancelled(new PublicText(reason), today));
    }

    /// Hour or place changed after the invitations went out; a meeting on another day is postponed.
    Decision<Meeting> invitation(Instant begins, String place) {
        var called = meeting.course().invitation();
        if (signed()) return refused(Refusal.MINUTES_SIGNED);
        if (called == null) return refused(Refusal.NOT_INVITED);
        if (called.begins().equals(begins) && called.place().equals(place)) return unchanged();
        if (!meeting.isOnItsDay(begins)) return refused(Refusal.ANOTHER_DAY);
        return changed(
                noting("meeting-invitation", hour(called.begins()) + ", " + called.place())
                        .with(meeting.course().invited(called.at(begins, place))),
                new InvitationCorrected(begins, new PublicText(place), today));
    }

    /// @param shut null while the meeting is not closed
    Decision<Meeting> hours(Instant began, @Nullable Instant shut) {
        var course = meeting.course();
        var opened = course.opened();
        if (opened == null) return refused(Refusal.NOT_OPEN);
        if (signed()) return refused(Refusal.MINUTES_SIGNED);
        if ((shut == null) != (course.closed() == null)) return refused(Refusal.NOT_CLOSED);
        if (opened.equals(began) && Objects.equals(shut, course.closed())) return unchanged();
        if (!meeting.isOnItsDay(began)) return refused(Refusal.ANOTHER_DAY);
        if (shut != null && shut.isBefore(began)) return refused(Refusal.CLOSED_BEFORE_OPENED);
        if (shut != null && Meeting.tooLong(began, shut)) return refused(Refusal.LASTS_TOO_LONG);
        var before =
                course.closed() == null
                        ? hour(opened)
                        : hour(opened) + " bis " + hour(course.closed());
        var next = noting("meeting-hours", before).with(course.at(began, shut));
        var told = new ArrayList<MeetingFact>();
        if (!opened.equals(began)) told.add(new OpeningCorrected(began));
        if (shut != null && !shut.equals(course.closed()))
            told.add(new ClosingCorrected(shut, next.held(today)));
        return changed(next, told.toArray(MeetingFact[]::new));
    }

    /// An entry that was wrong does not count; another one tells what is right.
    Decision<Meeting> attendance(Attendance.Entry entry, Roster roster) {
        if (signed()) return refused(Refusal.MINUTES_SIGNED);
        if (!meeting.attendance().entries().contains(entry))
            return noted("meeting-attendance") ? unchanged() : refused(Refusal.ENTRY_UNKNOWN);
        return changed(
                noting("meeting-attendance", nameOf(entry.seat(), roster))
                        .with(meeting.attendance().without(entry)),
                new AttendanceWithdrawn(
                        entry.seat(),
                        entry.person(),
                        entry.presence(),
                        entry.deputy(),
                        entry.at()));
    }

    /// @param part null where it stays
    /// @param voted a vote was opened on it, in the part in which it stood then
    /// @param roster of the meeting's body; a body that meets closed has no public items
    Decision<Meeting> item(
            String itemId,
            String number,
            @Nullable Part part,
            String title,
            boolean voted,
            Roster roster) {
        return meeting.onItem(
                itemId,
                item -> {
                    var next = item.named(number, part == null ? item.part() : part, title);
                    if (next.equals(item)) return unchanged();
                    if (meeting.items().stream()
                            .anyMatch(each ->
                                    !each.id().equals(itemId)
                                            && Numbers.same(each.number(), number)))
                        return refused(Refusal.NUMBER_TAKEN);
                    if (next.part() != item.part()) {
                        if (voted) return refused(Refusal.VOTED_IN_ITS_PART);
                        if (next.inPublic() && meeting.hasNoPublicPart(roster))
                            return refused(Refusal.PUBLIC_ITEM_IN_CLOSED_MEETING);
                    }
                    return changed(
                            noting("meeting-item", item.number() + " " + item.title()).with(next),
                            new ItemCorrected(
                                    itemId,
                                    number,
                                    next.part(),
                                    next.inPublic() ? new PublicText(title) : null,
                                    item.proposal()));
                });
    }

    /// Taken off before anything was done on it; its number may stand again for another.
    Decision<Meeting> removeItem(String itemId) {
        var item = meeting.item(itemId).orElse(null);
        if (item == null)
            return meeting.corrections().stream()
                            .anyMatch(each -> each.act().equals("item-removed"))
                    ? unchanged()
                    : refused(Refusal.ITEM_UNKNOWN);
        if (signed()) return refused(Refusal.MINUTES_SIGNED);
        if (meeting.over()) return refused(Refusal.MEETING_CLOSED);
        if (item.outcome() != null) return refused(Refusal.ITEM_CONCLUDED);
        var rest = meeting.items().stream().filter(each -> !each.id().equals(itemId)).toList();
        return changed(
                noting("item-removed", item.number() + (item.inPublic() ? " " + item.title() : ""))
                        .with(rest),
                new ItemRemoved(itemId, today));
    }

    /// @param outcome that holds; null where the item is open again
    /// @param voted whether a vote on it has a result
    Decision<Meeting> outcome(String itemId, @Nullable ItemOutcome outcome, boolean voted) {
        return meeting.onItem(
                itemId,
                item -> {
                    var before = item.outcome();
                    if (outcome == before) return unchanged();
                    if (before == null) return refused(Refusal.NOT_CONCLUDED);
                    if (outcome == null && meeting.over()) return refused(Refusal.MEETING_CLOSED);
                    if (outcome == ItemOutcome.DECIDED && !voted) return refused(Refusal.NO_VOTE);
                    var correction = new Correction("item-outcome-" + before, today, reason, null);
                    return changed(
                            meeting.with(item.outcomeCorrected(outcome, correction)),
                            new OutcomeCorrected(itemId, outcome));
                });
    }

    /// It was declared for the wrong seat or item.
    public Decision<Meeting> conflict(String seat, String itemId, Roster roster) {
        var name = nameOf(seat, roster);
        return meeting.onItem(
                itemId,
                item -> {
                    if (!item.conflicted().contains(seat))
                        return item.wasCorrected("item-conflict", reason, name)
                                ? unchanged()
                                : refused(Refusal.NO_CONFLICT);
                    var correction = new Correction("item-conflict", today, reason, name);
                    return changed(
                            meeting.with(item.conflictWithdrawn(seat, correction)),
                            new ConflictWithdrawn(seat, itemId));
                });
    }

    /// The chair leads again.
    public Decision<Meeting> handover(String seat, String itemId, Roster roster) {
        var name = nameOf(seat, roster);
        return meeting.onItem(
                itemId,
                item -> {
                    if (!seat.equals(item.chair()))
                        return item.wasCorrected("item-handover", reason, name)
                                ? unchanged()
                                : refused(Refusal.NO_HANDOVER);
                    var correction = new Correction("item-handover", today, reason, name);
                    return changed(
                            meeting.with(item.handoverWithdrawn(correction)),
                            new HandoverWithdrawn(seat, itemId));
                });
    }

    /// What was signed stays; the reason is added as a note with its date.
    Decision<Meeting> note() {
        if (!signed()) return refused(Refusal.NOT_SIGNED);
        if (noted("minutes-note")) return unchanged();
        return changed(noting("minutes-note", null), new MinutesNoted(today));
    }

    private static String nameOf(String seat, Roster roster) {
        var known = roster.seats().get(seat);
        return known == null ? seat : known.name();
    }

    private static String hour(Instant at) {
        return HOUR.format(at.atZone(PlatformClock.CITY));
    }

    private Phase phase() {
        return meeting.course().phase();
    }

    private boolean signed() {
        return phase() == Phase.SIGNED;
    }

    private boolean noted(String act) {
        return meeting.corrections().stream()
                .anyMatch(each -> each.act().equals(act) && each.reason().equals(reason));
    }

    /// @param before what stood there
    private Meeting noting(String act, @Nullable String before) {
        List<Correction> all = new ArrayList<>(meeting.corrections());
        all.add(new Correction(act, today, reason, before));
        return new Meeting(
                meeting.id(),
                meeting.body(),
                meeting.course(),
                meeting.items(),
                meeting.attendance(),
                all);
    }
}
