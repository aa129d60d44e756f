package de.stadtforum.contracts.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import java.util.SortedMap;

/// A vote on one motion (§ 50 GO NRW as the measure). How a person voted is told by no fact.
public sealed interface VotingFact extends Fact {
    enum Mode {
        OPEN,
        SECRET_ON_PAPER,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    enum Choice {
        YES,
        NO,
        ABSTAIN,
        INVALID,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /// What the motion would bring about.
    enum Subject {
        RECOMMENDATION,
        RULES,
        FIELD,
        FIELD_SHAPE,
        WORKING_GROUP,
        APPOINTMENT,
        PAPER,
        STATEMENT,
        PROCEDURE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /// @param entitled the size of the sealed electorate
    record VoteOpened(
            String body, String meeting, String item, Subject subject, Mode mode, int entitled)
            implements VotingFact {}

    /// That someone voted, never how, never who.
    record BallotCast() implements VotingFact {}

    /// One of two people typed in the count of a secret vote.
    record CountEntered() implements VotingFact {}

    record VoteClosed(SortedMap<Choice, Integer> tally, boolean carried, LocalDate on)
            implements VotingFact {}

    /// The carried motion calls a further advisory member (resolution 3.17).
    record MemberAppointed(String body, String holder, PublicText name, LocalDate on)
            implements VotingFact {}

    /// It was opened by mistake and has no result.
    record VoteCancelled(LocalDate on) implements VotingFact {}

    /// A ballot of a show of hands was typed in wrongly and does not count, never whose, never which.
    record BallotWithdrawn() implements VotingFact {}

    /// A count of a secret vote was typed in wrongly and does not count.
    record CountWithdrawn() implements VotingFact {}

    /// The totals of a vote that was entered afterwards were typed in wrongly; they take the place of those that the result was told with.
    record ResultCorrected(SortedMap<Choice, Integer> tally, boolean carried)
            implements VotingFact {}
}
