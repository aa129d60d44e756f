package de.stadtforum.benchmark;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.messaging.Decision;

/// The smallest aggregate that tells: it counts ballots.
record Box(String id, int ballots) {
    static Decision<Box> first(String id) {
        return Decision.changed(new Box(id, 1), new BallotCast());
    }

    Decision<Box> cast() {
        return Decision.changed(new Box(id, ballots + 1), new BallotCast());
    }

    /// What the listener knows of a box.
    record Seen(int ballots) {
        Seen after(VotingFact fact) {
            return fact instanceof BallotCast ? new Seen(ballots + 1) : this;
        }
    }
}
