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

    record MeetingClosed(Instant at) implements MeetingFact {}

    record MinutesSigned(LocalDate on) implements MeetingFact {}
}
