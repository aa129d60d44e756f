package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.session.motions.Motion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A vote as it may be read: how somebody voted is never in it, the words of a closed item and the names are for members only.
///
/// @param cast how many ballots are in
/// @param castSeats whose ballot is in
record VoteView(
        String id,
        String body,
        String meeting,
        String item,
        LocalDate day,
        Mode mode,
        Subject subject,
        @Nullable Motion motion,
        int entitled,
        int cast,
        boolean open,
        Vote.@Nullable Result result,
        List<Entrant> electorate,
        List<String> castSeats) {

    static VoteView of(Vote vote, boolean insider) {
        var question = vote.question();
        return new VoteView(
                vote.id(),
                question.body(),
                question.meeting(),
                question.item(),
                question.day(),
                question.mode(),
                question.motion().subject(),
                vote.publicItem() || insider ? question.motion() : null,
                vote.electorate().size(),
                vote.ballots().size(),
                vote.underWay(),
                vote.result(),
                insider ? List.copyOf(vote.electorate().values()) : List.of(),
                insider ? List.copyOf(vote.ballots().keySet()) : List.of());
    }
}
