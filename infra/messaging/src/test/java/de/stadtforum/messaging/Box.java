package de.stadtforum.messaging;

import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The smallest aggregate: a box that takes one ballot from each voter.
public record Box(@Nullable String id, SortedSet<String> voters) {
    public enum Refusal implements Reason {
        NO_NAME
    }

    public static Decision<Box> open(String id) {
        var opened =
                new VoteOpened(
                        "vollversammlung", "vv-1", "top-1", Subject.PROCEDURE, Mode.OPEN, 20);
        return Decision.changed(new Box(id, new TreeSet<>()), opened);
    }

    public Decision<Box> cast(String voter) {
        if (voter.isBlank()) return Decision.refused(Refusal.NO_NAME);
        if (voters.contains(voter)) return Decision.unchanged();
        var more = new TreeSet<>(voters);
        more.add(voter);
        return Decision.changed(new Box(id, more), new BallotCast());
    }
}
