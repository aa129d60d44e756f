package de.stadtforum.session.meetings;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A meeting as a list names it; it says nothing that the public may not read.
///
/// @param date the date that holds now
/// @param begins as the invitation says
/// @param items how many stand on the agenda, in both parts
record MeetingLine(
        String id,
        String body,
        LocalDate date,
        Course.Phase phase,
        @Nullable Instant begins,
        @Nullable String place,
        boolean publicMeeting,
        int items,
        @Nullable Instant opened,
        @Nullable Instant closed,
        @Nullable LocalDate signed) {
    static MeetingLine of(Meeting meeting) {
        var course = meeting.course();
        var invitation = course.invitation();
        return new MeetingLine(
                meeting.id(),
                meeting.body(),
                course.date(),
                course.phase(),
                invitation == null ? null : invitation.begins(),
                invitation == null ? null : invitation.place(),
                course.inPublic(),
                meeting.items().size(),
                course.opened(),
                course.closed(),
                course.signed());
    }
}
