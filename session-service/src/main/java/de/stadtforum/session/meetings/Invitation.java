package de.stadtforum.session.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The call to a meeting. Later than the invitation period it needs a reason, which is read out and cured when nobody objects.
///
/// @param invitedOn the day on which the invitations went out
public record Invitation(
        Instant begins,
        String place,
        LocalDate invitedOn,
        boolean publicMeeting,
        @Nullable String lateReason) {
    Invitation at(Instant hour, String where) {
        return new Invitation(hour, where, invitedOn, publicMeeting, lateReason);
    }

    /// @param days as the rules of procedure have them; until they do, as the city's law is kept
    boolean keepsPeriod(LocalDate meeting, int days) {
        return ChronoUnit.DAYS.between(invitedOn, meeting) >= days;
    }
}
