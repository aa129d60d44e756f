package de.stadtforum.session.meetings;

import de.stadtforum.session.rosters.Roster;
import de.stadtforum.session.rosters.Seat;
import de.stadtforum.web.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who leads an item, and so runs its votes: the seat that it was handed to, else the chair's; whoever sits there rightfully, is present and has no
/// conflict of interest (§§ 31, 51 GO NRW).
public sealed interface Leading {
    /// @param handedOver in place of the chair
    record By(String seat, String person, boolean handedOver) implements Leading {}

    /// The seat that would lead is empty or must not: somebody has to be named.
    ///
    /// @param seat that would lead
    /// @param conflict it must not, for a conflict of interest; else nobody is there
    record Vacant(String seat, boolean conflict) implements Leading {}

    /// No seat of the body is the chair's: whoever has that role leads, unless in conflict.
    record Unassigned() implements Leading {}

    static Leading of(Meeting meeting, Item item, Roster roster) {
        var handed = item.chair();
        var seat = handed == null ? roster.chairSeat() : handed;
        if (seat == null) return new Unassigned();
        if (item.conflicted().contains(seat)) return new Vacant(seat, true);
        var day = meeting.course().date();
        var entry = meeting.attendance().present().get(seat);
        return entry != null && rightfully(roster.seatsOn(day).get(seat), entry, day)
                ? new By(seat, entry.person(), handed != null)
                : new Vacant(seat, false);
    }

    /// @param chairs the actor has the chair's role in this body
    static boolean by(Actor actor, boolean chairs, Meeting meeting, Item item, Roster roster) {
        return switch (of(meeting, item, roster)) {
            // a login that no person is bound to can only be told by its role
            case By(_, var person, var handedOver) ->
                    person.equals(actor.person())
                            || !handedOver && chairs && actor.person() == null;
            case Vacant _ -> false;
            case Unassigned() -> chairs && !inConflict(actor.person(), meeting, item);
        };
    }

    private static boolean inConflict(@Nullable String person, Meeting meeting, Item item) {
        var there = meeting.attendance().bySeat();
        return item.conflicted().stream()
                .map(there::get)
                .anyMatch(entry -> entry != null && entry.person().equals(person));
    }

    /// Whether the person of an entry fills its seat on this day, as its delegate or as a deputy who was named for it.
    static boolean rightfully(@Nullable Seat seat, Attendance.Entry entry, LocalDate day) {
        return seat != null && seat.mayBeFilledBy(entry.person(), entry.deputy(), day);
    }
}
