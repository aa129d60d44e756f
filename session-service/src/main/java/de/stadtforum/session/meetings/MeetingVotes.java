package de.stadtforum.session.meetings;

import de.stadtforum.messaging.commands.Reason;
import org.jspecify.annotations.Nullable;

/// What a meeting asks of its votes, and has entered with it when it is recorded afterwards.
public interface MeetingVotes {
    /// How many still run: while one does, the meeting is not closed.
    long running(String meeting);

    boolean openedOn(String meeting, String item);

    /// Whether a vote on the item has a result: only then was it decided.
    boolean decidedOn(String meeting, String item);

    /// Opens and closes a vote with the totals of the notes.
    ///
    /// @param open the meeting as it was before it closed
    /// @param tried nothing is written: only whether it could be
    /// @return why it cannot be entered; null where it was, also before with the same totals
    @Nullable Reason enter(Meeting open, PastMeeting.Vote vote, boolean tried);
}
