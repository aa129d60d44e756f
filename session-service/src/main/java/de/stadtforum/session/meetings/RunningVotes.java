package de.stadtforum.session.meetings;

/// How many votes of a meeting still run: while one does, the meeting is not closed.
public interface RunningVotes {
    long in(String meeting);
}
