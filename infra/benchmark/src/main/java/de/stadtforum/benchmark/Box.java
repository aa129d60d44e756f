package de.stadtforum.benchmark;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.messaging.commands.Decision;
import java.util.Collections;

/// The smallest aggregate that tells: it counts ballots.
record Box(String id, int ballots) {
    static Decision<Box> empty(String id) {
        return Decision.changed(new Box(id, 0));
    }

    static Decision<Box> with(String id, int ballots) {
        return Decision.changed(
                new Box(id, ballots), Collections.nCopies(ballots, new BallotCast()));
    }

    Decision<Box> cast() {
        return Decision.changed(new Box(id, ballots + 1), new BallotCast());
    }

    /// What the listener knows of a box.
    record Seen(int ballots) {
        static final Seen NONE = new Seen(0);

        Seen after(VotingFact fact) {
            return fact instanceof BallotCast ? new Seen(ballots + 1) : this;
        }
    }
}
