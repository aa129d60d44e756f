package de.stadtforum.contracts.session;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something put before a body: it lies in the inbox until it is placed on an agenda and heard.
public sealed interface ProposalFact extends Fact {
    enum Kind {
        RULES,
        RECOMMENDATION,
        FIELD,
        LAB_RESULT,
        QUESTION,
        PAPER,
        GROUP_REPORT,
        STANDING_TOPIC,
        OTHER,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /// @param source who or what it comes from: the id of a body, a lab, a group or an institution
    record ProposalReceived(
            String body, Kind kind, String source, @Nullable PublicText title, LocalDate on)
            implements ProposalFact {}

    /// The steering group comments on the draft (resolution 2.3).
    record ProposalCommented(String by, PublicText comment, LocalDate on) implements ProposalFact {}

    record ProposalPlaced(String meeting, String item, LocalDate on) implements ProposalFact {}

    /// The body has treated it in this meeting.
    record ProposalHeard(String meeting, LocalDate on) implements ProposalFact {}

    /// It came off that agenda without being heard and lies in the inbox again.
    record ProposalReturned(String meeting, LocalDate on) implements ProposalFact {}

    /// It was received by mistake, or whoever put it forward took it back.
    record ProposalWithdrawn(LocalDate on) implements ProposalFact {}
}
