package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.Part;
import de.stadtforum.contracts.session.MeetingFact.Presence;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.OurTime;
import de.stadtforum.web.Id;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What may be asked of a meeting, as programs and forms send it.
sealed interface MeetingCommand {
    record Convene(
            @NotNull @OurTime Instant begins,
            @NotNull @Text(max = 300) String place,
            @NotNull @OurTime LocalDate invitedOn,
            @NotNull Boolean publicMeeting,
            @Text(max = 1_000) @Nullable String lateReason)
            implements MeetingCommand {}

    record Postpone(@OurTime @Nullable LocalDate date, @NotNull @Text(max = 1_000) String reason)
            implements MeetingCommand {}

    /// @param number as it is read out: 4, 4.1, 12a
    record Place(
            @NotNull @Id String item,
            @NotNull
                    @Pattern(
                            regexp = "\\d{1,3}(\\.\\d{1,3}){0,3}[a-z]?",
                            message = "{rule.item-number}")
                    String number,
            @NotNull @NotUnknown Part part,
            @NotNull @Text(max = 300) String title,
            @Id @Nullable String proposal)
            implements MeetingCommand {}

    record Open(@NotNull @OurTime Instant at) implements MeetingCommand {}

    record Attend(
            @NotNull @Id String seat,
            @NotNull @Id String person,
            @NotNull @NotUnknown Presence presence,
            @NotNull Boolean deputy,
            @NotNull @OurTime Instant at)
            implements MeetingCommand {}

    record FindQuorum() implements MeetingCommand {}

    record Conclude(@NotNull @Id String item, @NotNull @NotUnknown ItemOutcome outcome)
            implements MeetingCommand {}

    record Close(@NotNull @OurTime Instant at) implements MeetingCommand {}

    record Sign(@NotNull @OurTime LocalDate on) implements MeetingCommand {}
}
