package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A vote as a list names it: never how somebody voted, nor the words of its motion, which may be of the closed part.
///
/// @param cast how many ballots are in
/// @param open it has no result yet and was not cancelled
/// @param late entered after the meeting, from its notes
/// @param cancelled when it was, having been opened by mistake
record VoteLine(
        String id,
        String body,
        String meeting,
        String item,
        LocalDate day,
        Mode mode,
        Subject subject,
        int entitled,
        int cast,
        boolean open,
        boolean late,
        Vote.@Nullable Result result,
        @Nullable LocalDate cancelled) {
    static VoteLine of(Vote vote) {
        var question = vote.question();
        var cancelled = vote.cancelled();
        return new VoteLine(
                vote.id(),
                question.body(),
                question.meeting(),
                question.item(),
                question.day(),
                question.mode(),
                question.motion().subject(),
                vote.electorate().size(),
                vote.ballotsIn(),
                vote.underWay(),
                vote.late(),
                vote.result(),
                cancelled == null ? null : cancelled.on());
    }
}
