package de.stadtforum.contracts.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A meeting of a body, from the plan to the signed minutes (§§ 47 to 52 GO NRW as the measure).
public sealed interface MeetingFact extends Fact {
    enum Part {
        PUBLIC,
        CLOSED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Presence {
        PRESENT,
        EXCUSED,
        ABSENT,
        LEFT,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum ItemOutcome {
        NOTED,
        DELIBERATED,
        DECIDED,
        POSTPONED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    record MeetingPlanned(String body, LocalDate date) implements MeetingFact {}

    /// @param late the invitation period was not kept; a reason is on record and nobody objected
    record MeetingConvened(
            String body,
            Instant begins,
            PublicText place,
            LocalDate invitedOn,
            boolean publicMeeting,
            boolean late)
            implements MeetingFact {}

    /// @param date the new date, where there is one yet
    record MeetingPostponed(@Nullable LocalDate date, PublicText reason) implements MeetingFact {}

    /// @param title left out for an item of the closed part
    /// @param proposal the inbox entry that the item treats
    record ItemPlaced(
            String item,
            String number,
            Part part,
            @Nullable PublicText title,
            @Nullable String proposal)
            implements MeetingFact {}

    record MeetingOpened(Instant at) implements MeetingFact {}

    record AttendanceRecorded(
            String seat, String person, Presence presence, boolean deputy, Instant at)
            implements MeetingFact {}

    /// @param present voting seats filled in the room
    /// @param statutory the statutory number of voting seats
    record QuorumEstablished(int present, int statutory, boolean quorate) implements MeetingFact {}

    /// A ground of exclusion under § 31 GO NRW: no debate and no vote on this item.
    record ConflictDeclared(String seat, String item) implements MeetingFact {}

    record ChairHandedOver(String seat, String item) implements MeetingFact {}

    record ItemConcluded(String item, ItemOutcome outcome) implements MeetingFact {}

    /// @param held it took place: opened, closed, and somebody was there; nothing in what was told before this was said
    record MeetingClosed(Instant at, @Nullable Boolean held) implements MeetingFact {}

    record MinutesSigned(LocalDate on) implements MeetingFact {}

    /// It was planned or convened by mistake and does not take place.
    record MeetingCancelled(PublicText reason, LocalDate on) implements MeetingFact {}

    /// Hour or place of the invitation changed after it went out; a meeting on another day is postponed.
    record InvitationCorrected(Instant begins, PublicText place, LocalDate on)
            implements MeetingFact {}

    /// An item stands on the agenda with these words from now on, in place of those before.
    record ItemCorrected(
            String item,
            String number,
            Part part,
            @Nullable PublicText title,
            @Nullable String proposal)
            implements MeetingFact {}

    /// An item was taken off the agenda; its number may stand again for another.
    record ItemRemoved(String item, LocalDate on) implements MeetingFact {}

    /// @param outcome that holds from now on; nothing where the item is open again
    record OutcomeCorrected(String item, @Nullable ItemOutcome outcome) implements MeetingFact {}

    /// An entry of the attendance was wrong and does not count; another one tells what is right.
    record AttendanceWithdrawn(
            String seat, String person, Presence presence, boolean deputy, Instant at)
            implements MeetingFact {}

    record ConflictWithdrawn(String seat, String item) implements MeetingFact {}

    record HandoverWithdrawn(String seat, String item) implements MeetingFact {}

    /// The meeting was opened at another hour than was told before.
    record OpeningCorrected(Instant at) implements MeetingFact {}

    /// The meeting was closed at another hour than was told before.
    ///
    /// @param held as in `MeetingClosed`
    record ClosingCorrected(Instant at, @Nullable Boolean held) implements MeetingFact {}

    /// A dated note was added to minutes that are signed; their text stays.
    record MinutesNoted(LocalDate on) implements MeetingFact {}
}
