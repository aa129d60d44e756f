package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.BallotWithdrawn;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.CountEntered;
import de.stadtforum.contracts.session.VotingFact.CountWithdrawn;
import de.stadtforum.contracts.session.VotingFact.MemberAppointed;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.ResultCorrected;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteCancelled;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A vote as its facts tell it.
///
/// @param closedOn null while it runs
public record VoteHistory(
        String body,
        String meeting,
        Subject subject,
        Mode mode,
        int entitled,
        int cast,
        @Nullable LocalDate closedOn,
        boolean carried,
        boolean appoints,
        SortedMap<Choice, Integer> tally) {
    public static final VoteHistory NONE =
            new VoteHistory(
                    "",
                    "",
                    Subject.UNKNOWN,
                    Mode.UNKNOWN,
                    0,
                    0,
                    null,
                    false,
                    false,
                    new TreeMap<>());

    public VoteHistory after(VotingFact fact) {
        return switch (fact) {
            case VoteOpened it ->
                    new VoteHistory(
                            it.body(),
                            it.meeting(),
                            it.subject(),
                            it.mode(),
                            it.entitled(),
                            cast,
                            closedOn,
                            carried,
                            appoints,
                            tally);
            case BallotCast _ ->
                    new VoteHistory(
                            body, meeting, subject, mode, entitled, cast + 1, closedOn, carried,
                            appoints, tally);
            case VoteClosed it ->
                    new VoteHistory(
                            body,
                            meeting,
                            subject,
                            mode,
                            entitled,
                            cast,
                            it.on(),
                            it.carried(),
                            appoints,
                            it.tally());
            case MemberAppointed _ ->
                    new VoteHistory(
                            body, meeting, subject, mode, entitled, cast, closedOn, carried, true,
                            tally);
            case BallotWithdrawn _ ->
                    new VoteHistory(
                            body, meeting, subject, mode, entitled, cast - 1, closedOn, carried,
                            appoints, tally);
            case ResultCorrected it ->
                    new VoteHistory(
                            body,
                            meeting,
                            subject,
                            mode,
                            entitled,
                            it.tally().values().stream().mapToInt(each -> each).sum(),
                            closedOn,
                            it.carried(),
                            appoints,
                            it.tally());
            // it was opened by mistake: as if it had never been
            case VoteCancelled _ -> NONE;
            case CountEntered _, CountWithdrawn _ -> this;
        };
    }
}
