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
    /// § 47 Abs. 2 GO NRW leaves the period to the rules of procedure; seven days hold until they say otherwise.
    public static final int PERIOD_IN_DAYS = 7;

    Invitation at(Instant hour, String where) {
        return new Invitation(hour, where, invitedOn, publicMeeting, lateReason);
    }

    boolean keepsPeriod(LocalDate meeting) {
        return ChronoUnit.DAYS.between(invitedOn, meeting) >= PERIOD_IN_DAYS;
    }
}
