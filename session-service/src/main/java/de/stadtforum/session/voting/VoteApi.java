package de.stadtforum.session.voting;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Refusal;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Votes for programs.
@RestController
@RequestMapping("/api/session")
class VoteApi {
    private static final Order BY_DAY = Order.ascending("state.question.day");

    /// @param confirmed the seats that the chair saw before the vote was opened
    record OpenVoteRequest(
            @NotNull @Id String meeting,
            @NotNull @Id String item,
            @NotNull @NotUnknown Mode mode,
            @NotNull @Valid Motion motion,
            @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Id String> confirmed) {}

    record Ballot(@NotNull @Id String seat, @NotNull @NotUnknown Choice choice) {}

    record Count(
            @NotNull @Size(min = 1, max = 4)
                    SortedMap<@NotUnknown Choice, @NotNull @Min(0) @Max(1_000) Integer> tally) {}

    /// A whole show of hands, by seat.
    record Ballots(
            @NotNull @Size(min = 1, max = 1_000)
                    SortedMap<@NotNull @Id String, @NotNull @NotUnknown Choice> choices) {}

    /// What the notes of a past meeting say of an open vote.
    ///
    /// @param reason where other totals were entered before
    record Totals(
            @NotNull @Min(0) @Max(1_000) Integer yes,
            @NotNull @Min(0) @Max(1_000) Integer no,
            @NotNull @Min(0) @Max(1_000) Integer abstain,
            @Text(max = 1_000) @Nullable String reason) {
        SortedMap<Choice, Integer> tally() {
            return new TreeMap<>(Map.of(Choice.YES, yes, Choice.NO, no, Choice.ABSTAIN, abstain));
        }
    }

    record WithdrawBallot(@NotNull @Id String seat, @NotNull @Text(max = 1_000) String reason) {}

    record WithdrawCounts(@NotNull @Text(max = 1_000) String reason) {}

    record Cancel(@NotNull @Text(max = 1_000) String reason) {}

    /// @param on today where it is left out
    /// @param confirmedMissing how many ballots are missing, where some are: the vote is closed all the same
    /// @param decided the item is concluded as voted on
    record Close(
            @PastDay @Nullable LocalDate on,
            @Min(0) @Max(1_000) @Nullable Integer confirmedMissing,
            @Nullable Boolean decided) {}

    private final VoteDesk desk;
    private final AggregateStore<Vote> votes;
    private final Rights rights;

    VoteApi(VoteDesk desk, AggregateStore<Vote> votes, Rights rights) {
        this.desk = desk;
        this.votes = votes;
        this.rights = rights;
    }

    /// Shows who could vote on an item, for the chair to confirm.
    @May({Role.CHAIR, Role.SECRETARIAT, Role.MINUTE_TAKER, Role.MEMBER, Role.DEPUTY})
    @In(Meeting.class)
    @GetMapping("/meetings/{id}/electorate")
    List<Entrant> electorate(@PathVariable @Id String id, @RequestParam @Id String item) {
        return switch (desk.preview(id, item)) {
            case OpenVote.Preview.Sealable(var electorate) -> List.copyOf(electorate.values());
            case OpenVote.Preview.Refused(var reason) -> throw new Refusal(reason);
        };
    }

    /// Lists votes, of a meeting where asked.
    @Open
    @GetMapping("/votes")
    ResponseEntity<List<VoteLine>> list(
            @RequestParam(required = false) @Id @Nullable String meeting,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        var which = meeting == null ? Filters.empty() : eq("state.question.meeting", meeting);
        return Answers.listed(
                votes.slice(which, BY_DAY, cursor, limit).map(VoteLine::of),
                votes.count(which, BY_DAY));
    }

    /// Reads a vote, without how anybody voted.
    @Open
    @GetMapping("/votes/{id}")
    VoteView one(@PathVariable @Id String id, Actor actor) {
        return view(votes.find(id).orElseThrow(Missing::new), actor);
    }

    private VoteView view(Vote vote, Actor actor) {
        return VoteView.of(vote, rights.reads(actor, vote.question().body()));
    }

    /// Opens a vote on a motion with the electorate that was confirmed.
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT})
    @In(field = "meeting")
    @PutMapping("/votes/{id}")
    ResponseEntity<Accepted> open(
            @PathVariable @Id String id, @Valid @RequestBody OpenVoteRequest it, Actor actor) {
        var asked =
                new Vote.Opening(
                        it.meeting, it.item, it.mode, it.motion, new TreeSet<>(it.confirmed));
        return Answers.created(id, desk.open(actor, id, asked));
    }

    /// Casts the ballot of a seat.
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/ballots")
    Accepted cast(@PathVariable @Id String id, @Valid @RequestBody Ballot ballot, Actor actor) {
        return Answers.done(id, desk.cast(actor, id, ballot.seat, ballot.choice));
    }

    /// Records the count of a secret ballot on paper.
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/counts")
    Accepted count(@PathVariable @Id String id, @Valid @RequestBody Count count, Actor actor) {
        return Answers.done(id, desk.count(actor, id, count.tally));
    }

    /// Records a whole show of hands.
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/ballots/all")
    Accepted castAll(@PathVariable @Id String id, @Valid @RequestBody Ballots ballots) {
        return Answers.done(id, desk.castAll(id, ballots.choices, null));
    }

    /// Withdraws a recorded ballot of a show of hands that was typed wrongly.
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/ballots/withdraw")
    Accepted withdrawBallot(
            @PathVariable @Id String id, @Valid @RequestBody WithdrawBallot withdrawal) {
        return Answers.done(id, desk.withdrawBallot(id, withdrawal.seat, withdrawal.reason));
    }

    /// Enters the totals of an open vote in a past meeting.
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/totals")
    Accepted total(@PathVariable @Id String id, @Valid @RequestBody Totals totals) {
        return Answers.done(id, desk.total(id, totals.tally(), totals.reason));
    }

    /// Withdraws what was counted of a secret ballot so far.
    @May({Role.MINUTE_TAKER, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/counts/withdraw")
    Accepted withdrawCounts(
            @PathVariable @Id String id, @Valid @RequestBody WithdrawCounts withdrawal) {
        return Answers.done(id, desk.withdrawCounts(id, withdrawal.reason));
    }

    /// Cancels a vote that was opened by mistake.
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/cancel")
    Accepted cancel(@PathVariable @Id String id, @Valid @RequestBody Cancel cancel, Actor actor) {
        return Answers.done(id, desk.cancel(actor, id, cancel.reason));
    }

    /// Closes a vote and tells its result.
    @May({Role.MEMBER, Role.DEPUTY, Role.CHAIR, Role.SECRETARIAT})
    @In(Vote.class)
    @PostMapping("/votes/{id}/close")
    Accepted close(@PathVariable @Id String id, @Valid @RequestBody Close close, Actor actor) {
        var decided = close.decided != null && close.decided;
        return Answers.done(id, desk.close(actor, id, close.on, close.confirmedMissing, decided));
    }
}
