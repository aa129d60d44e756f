package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.contracts.session.ProposalFact.ProposalCommented;
import de.stadtforum.contracts.session.ProposalFact.ProposalHeard;
import de.stadtforum.contracts.session.ProposalFact.ProposalPlaced;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.contracts.session.ProposalFact.ProposalReturned;
import de.stadtforum.contracts.session.ProposalFact.ProposalWithdrawn;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something put before a body, as its facts tell it.
public record ProposalHistory(
        String body,
        Kind kind,
        String source,
        @Nullable LocalDate on,
        int comments,
        @Nullable LocalDate heardOn) {
    public static final ProposalHistory NONE =
            new ProposalHistory("", Kind.UNKNOWN, "", null, 0, null);

    public ProposalHistory after(ProposalFact fact) {
        return switch (fact) {
            case ProposalReceived it ->
                    new ProposalHistory(
                            it.body(), it.kind(), it.source(), it.on(), comments, heardOn);
            case ProposalCommented _ ->
                    new ProposalHistory(body, kind, source, on, comments + 1, heardOn);
            case ProposalHeard it -> new ProposalHistory(body, kind, source, on, comments, it.on());
            // it came by mistake: as if it had never been received
            case ProposalWithdrawn _ -> NONE;
            case ProposalPlaced _, ProposalReturned _ -> this;
        };
    }
}
