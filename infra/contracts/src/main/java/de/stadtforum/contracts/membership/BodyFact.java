package de.stadtforum.contracts.membership;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A body, its seats and who fills them (resolution 2 to 4).
public sealed interface BodyFact extends Fact {
    enum BodyKind {
        COUNCIL,
        COMMITTEE,
        ADMINISTRATION,
        DISTRICT_COUNCIL,
        ASSEMBLY,
        STEERING_GROUP,
        WORKING_GROUP,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Publicity {
        PUBLIC,
        CLOSED,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum SeatKind {
        VOTING,
        ADVISORY,
        GUEST,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /// What entitles to a seat.
    enum SeatBasis {
        INSTITUTION,
        OFFICE,
        FACTION,
        DEPARTMENT,
        APPOINTMENT,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum ApportionmentBasis {
        FACTION_MANDATES,
        ALL_MANDATES,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /// @param votingSeats the statutory number of votes; 0 where the body's votes are not kept here
    /// @param meetingsPerYear the least number of meetings a year; 0 for "as needed"
    record BodyEstablished(
            BodyKind kind,
            PublicText name,
            int votingSeats,
            int meetingsPerYear,
            Publicity publicity,
            @Nullable String district,
            LocalDate from)
            implements BodyFact {}

    /// The rule has found who gets how many of the factions' seats; `byLot` where a tie was drawn.
    record SeatsApportioned(
            String council,
            LocalDate asOf,
            ApportionmentBasis basis,
            int seats,
            SortedMap<String, Integer> result,
            boolean byLot)
            implements BodyFact {}

    /// Equal remainders meet fewer seats than claimants: a lot must be drawn.
    record TieFound(String council, LocalDate asOf, List<String> between, int seatsByLot)
            implements BodyFact {}

    /// @param holder the institution, office, faction or department that fills the seat
    record SeatCreated(
            String seat,
            SeatKind kind,
            SeatBasis basis,
            String holder,
            PublicText name,
            LocalDate from)
            implements BodyFact {}

    record SeatWithdrawn(String seat, LocalDate until) implements BodyFact {}

    /// The holder of the seat was asked to name somebody.
    record HolderInvited(String seat, LocalDate on) implements BodyFact {}

    record DelegateNamed(String seat, String person, LocalDate from) implements BodyFact {}

    record DelegationEnded(String seat, String person, LocalDate until) implements BodyFact {}

    /// @param rank 1 is asked first
    record DeputyNamed(String seat, String person, int rank, LocalDate from) implements BodyFact {}

    /// The holder of this seat leads the body (resolution 3.14).
    record ChairAssigned(String seat, LocalDate from) implements BodyFact {}

    /// This office runs the body's business (resolution 3.15).
    record SecretariatAssigned(String office, PublicText name, LocalDate from)
            implements BodyFact {}

    record BodyEnded(LocalDate until) implements BodyFact {}

    /// @param until the last day on which the person may act for the seat's delegate
    record DeputyEnded(String seat, String person, LocalDate until) implements BodyFact {}

    /// The person was named for the seat by mistake and never filled it.
    record DelegationWithdrawn(String seat, String person, LocalDate on) implements BodyFact {}

    /// The person was named as deputy by mistake and never was one.
    record DeputyWithdrawn(String seat, String person, LocalDate on) implements BodyFact {}
}
