package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.web.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A vote as it may be read: how somebody voted is never in it, the words of a closed item, the names and the reasons are for members only.
///
/// @param cast how many ballots are in
/// @param missing how many entitled seats have none
/// @param late entered after the meeting, from its notes
/// @param totals entered as totals, not seat by seat
/// @param castSeats whose ballot is in
/// @param recordedSeats whose ballot is a recorded show of hands
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
        int missing,
        boolean open,
        @Nullable Instant opened,
        boolean late,
        boolean totals,
        Vote.@Nullable Result result,
        Vote.@Nullable Cancelled cancelled,
        List<Entrant> electorate,
        List<String> castSeats,
        List<String> recordedSeats,
        List<Correction> corrections) {

    static VoteView of(Vote vote, boolean insider) {
        var question = vote.question();
        var totals = vote.hands().totals();
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
                vote.ballotsIn(),
                vote.missing(),
                vote.underWay(),
                vote.opened(),
                vote.late(),
                totals != null,
                vote.result(),
                cancelled(vote, insider),
                insider ? List.copyOf(vote.electorate().values()) : List.of(),
                insider ? List.copyOf(vote.ballots().keySet()) : List.of(),
                insider ? List.copyOf(vote.hands().seats()) : List.of(),
                insider ? vote.corrections() : List.of());
    }

    private static Vote.@Nullable Cancelled cancelled(Vote vote, boolean insider) {
        var known = vote.cancelled();
        if (known == null || insider || vote.publicItem()) return known;
        return new Vote.Cancelled(known.on(), "");
    }
}
