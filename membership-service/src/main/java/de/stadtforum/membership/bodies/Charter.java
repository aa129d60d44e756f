package de.stadtforum.membership.bodies;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a body is by its founding.
///
/// @param votingSeats the statutory number of votes; 0 where none is laid down
/// @param meetingsPerYear the least number of meetings a year; 0 for "as needed"
public record Charter(
        BodyKind kind,
        String name,
        int votingSeats,
        int meetingsPerYear,
        Publicity publicity,
        @Nullable String district,
        LocalDate from) {
    /// The steering group is internal and meets as needed (resolution 2.4); a district council has its district (§ 36 GO NRW).
    @Nullable Refusal objection() {
        return switch (kind) {
            case STEERING_GROUP ->
                    publicity == Publicity.PUBLIC
                            ? Refusal.STEERING_GROUP_IS_CLOSED
                            : meetingsPerYear > 0 ? Refusal.MEETS_AS_NEEDED : null;
            case WORKING_GROUP -> meetingsPerYear > 0 ? Refusal.MEETS_AS_NEEDED : null;
            case DISTRICT_COUNCIL -> district == null ? Refusal.DISTRICT_MISSING : null;
            default -> null;
        };
    }

    BodyEstablished told() {
        return new BodyEstablished(
                kind,
                new PublicText(name),
                votingSeats,
                meetingsPerYear,
                publicity,
                district,
                from);
    }
}
