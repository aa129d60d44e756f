package de.stadtforum.web.operated;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import java.util.SortedMap;
import java.util.TreeMap;

/// A vote in which each person has one ballot.
public record Ballots(String id, SortedMap<String, Choice> cast) {
    enum Refusal implements Reason {
        ALREADY_CAST
    }

    static Decision<Ballots> open(String id) {
        return changed(
                new Ballots(id, new TreeMap<>()),
                new VoteOpened("body", "meeting", "item", Subject.PROCEDURE, Mode.OPEN, 20));
    }

    Decision<Ballots> cast(String person, Choice choice) {
        if (choice == cast.get(person)) return unchanged();
        if (cast.containsKey(person)) return refused(Refusal.ALREADY_CAST);
        var more = new TreeMap<>(cast);
        more.put(person, choice);
        return changed(new Ballots(id, more), new BallotCast());
    }
}
