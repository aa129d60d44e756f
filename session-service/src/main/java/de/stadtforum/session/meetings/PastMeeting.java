package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.rosters.Roster;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A meeting of an earlier day, as its notes say: everything from the invitation to the end, entered at once.
/// It is told by the same facts as one that was recorded while it met, and entered again it changes nothing.
///
/// @param opened the hour of its beginning; attendance holds from then
/// @param closed null where it stays open, because something remains to be entered
/// @param outcomes by item; an item without one stays open
public record PastMeeting(
        String id,
        String body,
        LocalDate date,
        Invitation invitation,
        Instant opened,
        @Nullable Instant closed,
        List<Item> items,
        List<Attendance.Entry> attendance,
        List<Vote> votes,
        SortedMap<String, ItemOutcome> outcomes) {
    /// An open vote on an item, of which the notes have the totals.
    ///
    /// @param missingMeant that fewer voted than might have is so in the notes
    public record Vote(
            String id,
            String item,
            String text,
            int yes,
            int no,
            int abstain,
            boolean missingMeant) {}

    /// Up to the votes.
    ///
    /// @param roster of the meeting's body
    /// @param periodDays between the invitation and the meeting
    Decision<Meeting> begun(@Nullable Meeting existing, Roster roster, int periodDays) {
        if (items.isEmpty()) return Decision.refused(Meeting.Refusal.NO_ITEMS);
        if (attendance.isEmpty()) return Decision.refused(Meeting.Refusal.NO_ATTENDANCE);
        if (closed != null && !outcomes.keySet().containsAll(items.stream().map(Item::id).toList()))
            return Decision.refused(Meeting.Refusal.OUTCOMES_MISSING);
        var planned = Meeting.plan(existing, id, body, date, roster);
        var before = planned instanceof Changed<Meeting>(var state, _) ? state : existing;
        return before == null
                ? planned
                : planned.then(before, meeting -> meeting.convene(invitation, roster, periodDays))
                        .then(before, meeting -> meeting.placeAll(items, roster))
                        .then(before, meeting -> meeting.open(opened))
                        .then(before, meeting -> meeting.attendAll(attendance, roster))
                        .then(before, meeting -> meeting.findQuorum(roster));
    }

    /// What became of the items, and the end.
    Decision<Meeting> ended(Meeting meeting, LocalDate today) {
        var concluded = meeting.concludeAll(outcomes);
        return closed == null
                ? concluded
                : concluded.then(meeting, each -> each.close(closed, false, 0, today));
    }
}
