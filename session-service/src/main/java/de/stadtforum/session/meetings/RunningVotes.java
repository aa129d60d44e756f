package de.stadtforum.session.meetings;

/// What a meeting asks of its votes.
public interface RunningVotes {
    /// How many still run: while one does, the meeting is not closed.
    long in(String meeting);

    /// Whether a vote on the item has a result: only then was it decided.
    boolean decidedOn(String meeting, String item);
}
