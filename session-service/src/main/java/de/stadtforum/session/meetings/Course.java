package de.stadtforum.session.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far a meeting has come.
///
/// @param planned the date it was first planned for
/// @param date the date that holds now
public record Course(
        LocalDate planned,
        LocalDate date,
        Phase phase,
        @Nullable Invitation invitation,
        List<Postponement> postponements,
        @Nullable Instant opened,
        @Nullable Instant closed,
        @Nullable LocalDate signed) {
    public enum Phase {
        PLANNED,
        CONVENED,
        POSTPONED,
        OPEN,
        CLOSED,
        SIGNED,
        CANCELLED
    }

    /// @param date the new date, where there was one
    /// @param invitation that no longer holds, where invitations had gone out
    public record Postponement(
            LocalDate from,
            @Nullable LocalDate date,
            String reason,
            @Nullable Invitation invitation) {}

    public Course {
        postponements = List.copyOf(postponements);
    }

    static Course planned(LocalDate date) {
        return new Course(date, date, Phase.PLANNED, null, List.of(), null, null, null);
    }

    Course convened(Invitation called) {
        return new Course(planned, date, Phase.CONVENED, called, postponements, null, null, null);
    }

    Course postponed(@Nullable LocalDate next, String reason) {
        var all = new ArrayList<>(postponements);
        all.add(new Postponement(date, next, reason, invitation));
        return new Course(
                planned,
                next == null ? date : next,
                next == null ? Phase.POSTPONED : Phase.PLANNED,
                null,
                all,
                null,
                null,
                null);
    }

    Course cancelled() {
        return new Course(
                planned, date, Phase.CANCELLED, invitation, postponements, null, null, null);
    }

    Course invited(Invitation called) {
        return new Course(planned, date, phase, called, postponements, opened, closed, signed);
    }

    /// The hours as they were, whatever was entered first.
    Course at(Instant began, @Nullable Instant shut) {
        return new Course(planned, date, phase, invitation, postponements, began, shut, signed);
    }

    Course opened(Instant at) {
        return new Course(planned, date, Phase.OPEN, invitation, postponements, at, null, null);
    }

    Course closed(Instant at) {
        return new Course(planned, date, Phase.CLOSED, invitation, postponements, opened, at, null);
    }

    Course signed(LocalDate on) {
        return new Course(
                planned, date, Phase.SIGNED, invitation, postponements, opened, closed, on);
    }

    /// Invited so before, for a date that was given up since.
    boolean wasConvened(Invitation called) {
        return postponements.stream().anyMatch(each -> called.equals(each.invitation));
    }

    boolean wasPostponed(@Nullable LocalDate next, String reason) {
        return postponements.stream()
                .anyMatch(each -> Objects.equals(each.date, next) && each.reason.equals(reason));
    }

    boolean inPublic() {
        return invitation != null && invitation.publicMeeting();
    }
}
