package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PastMoment;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.PlannedMoment;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be asked of a meeting, as programs and forms send it.
sealed interface MeetingCommand {
    /// As it is read out: 4, 4.1, 12a; never 0.
    String NUMBER = "0*[1-9]\\d{0,2}(\\.\\d{1,3}){0,3}[a-z]?";

    record Convene(
            @NotNull @PlannedMoment Instant begins,
            @NotNull @Line(max = 300) String place,
            @NotNull @PastDay LocalDate invitedOn,
            @NotNull Boolean publicMeeting,
            @Text(max = 1_000) @Nullable String lateReason)
            implements MeetingCommand {}

    record Postpone(@PlannedDay @Nullable LocalDate date, @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    /// @param number as it is read out: 4, 4.1, 12a
    record Place(
            @NotNull @Id String item,
            @NotNull @Pattern(regexp = NUMBER, message = "{rule.item-number}") String number,
            @NotNull @NotUnknown Part part,
            @NotNull @Line(max = 300) String title,
            @Id @Nullable String proposal)
            implements MeetingCommand {}

    record Open(@NotNull @PastMoment Instant at) implements MeetingCommand {}

    record Attend(
            @NotNull @Id String seat,
            @NotNull @Id String person,
            @NotNull @NotUnknown Presence presence,
            @NotNull Boolean deputy,
            @NotNull @PastMoment Instant at)
            implements MeetingCommand {}

    /// The whole list as one decision.
    record AttendAll(@NotNull @Size(max = 200) List<@NotNull @Valid Attend> list)
            implements MeetingCommand {}

    record Cancel(@NotNull @Text(max = 1_000) String reason) implements MeetingCommand {}

    record CorrectInvitation(
            @NotNull @PlannedMoment Instant begins,
            @NotNull @Line(max = 300) String place,
            @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    /// @param part left out where it stays
    record CorrectItem(
            @NotNull @Id String item,
            @NotNull @Pattern(regexp = NUMBER, message = "{rule.item-number}") String number,
            @NotUnknown @Nullable Part part,
            @NotNull @Line(max = 300) String title,
            @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    record WithdrawAttendance(
            @NotNull @Valid Attend entry, @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    record FindQuorum() implements MeetingCommand {}

    record Conclude(@NotNull @Id String item, @NotNull @NotUnknown ItemOutcome outcome)
            implements MeetingCommand {}

    /// What became of several items, as one decision.
    record ConcludeAll(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Conclude> list)
            implements MeetingCommand {}

    /// @param leaveOpen items without an outcome are minuted as postponed
    record Close(@NotNull @PastMoment Instant at, @Nullable Boolean leaveOpen)
            implements MeetingCommand {}

    record Sign(@NotNull @PastDay LocalDate on) implements MeetingCommand {}

    record RemoveItem(@NotNull @Id String item, @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    /// @param outcome that holds; without one the item is open again
    record CorrectOutcome(
            @NotNull @Id String item,
            @NotUnknown @Nullable ItemOutcome outcome,
            @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    /// @param closed left out while the meeting is not closed
    record CorrectHours(
            @NotNull @PastMoment Instant opened,
            @PastMoment @Nullable Instant closed,
            @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    /// A dated note to minutes that are signed.
    record AddNote(@NotNull @Text(max = 4_000) String text) implements MeetingCommand {}

    /// Several new items as one decision.
    record PlaceAll(@NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Place> list)
            implements MeetingCommand {}
}
