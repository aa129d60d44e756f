package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A body as a list names it: that seats are filled, never by whom.
///
/// @param seats how many are in force today
/// @param vacant how many of them
record BodyLine(
        String id,
        BodyKind kind,
        String name,
        int votingSeats,
        int meetingsPerYear,
        Publicity publicity,
        @Nullable String district,
        LocalDate from,
        @Nullable LocalDate until,
        long seats,
        long vacant) {
    static BodyLine of(Body body, LocalDate today) {
        var roster = Roster.of(body, today);
        var charter = body.charter();
        return new BodyLine(
                body.id(),
                charter.kind(),
                charter.name(),
                charter.votingSeats(),
                charter.meetingsPerYear(),
                charter.publicity(),
                charter.district(),
                charter.from(),
                body.until(),
                roster.places().size(),
                roster.vacant());
    }
}
