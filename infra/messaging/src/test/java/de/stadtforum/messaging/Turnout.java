package de.stadtforum.messaging;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;

/// What a listener knows of one box: a fold of its facts.
record Turnout(int entitled, int cast) {
    static final Turnout NONE = new Turnout(0, 0);

    Turnout after(VotingFact fact) {
        return switch (fact) {
            case VoteOpened opened -> new Turnout(opened.entitled(), 0);
            case BallotCast() -> new Turnout(entitled, cast + 1);
            default -> this;
        };
    }
}
