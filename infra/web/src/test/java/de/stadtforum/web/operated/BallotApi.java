package de.stadtforum.web.operated;

import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Id;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;

@RestController
class BallotApi {
    record Ballot(@NotNull Choice choice, @Text(max = 200) String comment) {}

    private final AggregateStore<Ballots> ballots;

    BallotApi(AggregateStore<Ballots> ballots) {
        this.ballots = ballots;
    }

    @Open
    @PutMapping("/api/session/votes/{id}")
    ResponseEntity<Answers.Accepted> open(@PathVariable @Id String id) {
        return Answers.created(
                id,
                ballots.create(
                        id, known -> known == null ? Ballots.open(id) : Decision.unchanged()));
    }

    @May(Role.MEMBER)
    @PostMapping("/api/session/votes/{id}/ballots")
    Answers.Accepted cast(
            @PathVariable @Id String id, @RequestBody @Valid Ballot ballot, Actor actor) {
        return Answers.done(id, decide(id, ballot.choice, actor));
    }

    @May(Role.MEMBER)
    @PostMapping("/abstimmungen/{id}/stimme")
    RedirectView cast(@PathVariable @Id String id, @RequestParam Choice choice, Actor actor) {
        return Pages.after(decide(id, choice, actor), "/abstimmungen/" + id, "notice.saved");
    }

    private Decision<Ballots> decide(String id, Choice choice, Actor actor) {
        return ballots.decide(id, vote -> vote.cast(String.valueOf(actor.person()), choice));
    }
}
