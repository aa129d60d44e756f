package de.stadtforum.session.voting;

import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.session.meetings.Item;
import de.stadtforum.session.meetings.Leading;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.rosters.Roster;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who may vote on an item: voting seats of the local copy, filled in the room by their delegate or a named deputy, without a conflict of interest.
public final class Electorate {
    private Electorate() {}

    public static SortedMap<String, Entrant> of(Meeting meeting, Item item, Known<Roster> roster) {
        var entrants = new TreeMap<String, Entrant>();
        var day = meeting.course().date();
        var seats = roster.state().votingSeatsOn(day);
        meeting.attendance()
                .present()
                .forEach((id, entry) -> {
                    var seat = seats.get(id);
                    if (seat == null || item.conflicted().contains(id)) return;
                    if (Leading.rightfully(seat, entry, day))
                        entrants.put(
                                id,
                                new Entrant(id, entry.person(), entry.deputy(), roster.sequence()));
                });
        return entrants;
    }

    /// Why no electorate can be sealed now; null where it can.
    public static Vote.@Nullable Refusal obstacle(
            Meeting meeting, @Nullable Item item, @Nullable Known<Roster> roster) {
        if (roster == null) return Vote.Refusal.ROSTER_NOT_KNOWN_YET;
        if (roster.stopped()) return Vote.Refusal.ROSTER_HAS_A_GAP;
        if (!meeting.underWay()) return Vote.Refusal.MEETING_NOT_OPEN;
        if (item == null) return Vote.Refusal.ITEM_UNKNOWN;
        return item.outcome() == null ? null : Vote.Refusal.ITEM_CONCLUDED;
    }
}
