package de.stadtforum.session.consequences;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.ResultCorrected;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;

/// Whether a vote is over and what came of it.
record Ended(boolean closed, boolean carried) {
    static final Ended NOT_YET = new Ended(false, false);

    Ended after(VotingFact fact) {
        return switch (fact) {
            case VoteClosed(_, var won, _) -> new Ended(true, won);
            case ResultCorrected(_, var won) -> new Ended(closed, won);
            default -> this;
        };
    }
}
