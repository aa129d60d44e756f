package de.stadtforum.web.operated;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;

/// What the feed knows of one vote.
public record Turnout(int cast) {
    static final Turnout NONE = new Turnout(0);

    Turnout after(VotingFact fact) {
        return fact instanceof BallotCast ? new Turnout(cast + 1) : this;
    }
}
