package de.stadtforum.lab.contributions;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Contributions as JSON: everybody reads what is published and sends online; the rest is for the team and the moderators.
@RestController
@RequestMapping("/api/lab/contributions")
class ContributionApi {
    private static final Order NEWEST = Order.descending("state.receivedOn");

    private final AggregateStore<Contribution> contributions;
    private final Inbox inbox;

    ContributionApi(AggregateStore<Contribution> contributions, Inbox inbox) {
        this.contributions = contributions;
        this.inbox = inbox;
    }

    /// Lists what is published of a lab.
    @Open
    @GetMapping
    ResponseEntity<List<ContributionLine>> published(
            @RequestParam @Id String lab,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        var which =
                Filters.and(
                        Filters.eq("state.lab", lab),
                        Filters.eq("state.state", Contribution.State.PUBLISHED.name()));
        return Answers.listed(
                contributions.slice(which, NEWEST, cursor, limit).map(ContributionLine::of));
    }

    /// Reads a contribution; before it is published only the team and the moderators do.
    @Open
    @GetMapping("/{id}")
    Contribution contribution(@PathVariable @Id String id, Actor actor) {
        return contributions
                .find(id)
                .filter(each ->
                        each.state() == Contribution.State.PUBLISHED || inbox.mayRead(actor, each))
                .orElseThrow(Missing::new);
    }

    /// Sends a contribution to a lab.
    @Open
    @PutMapping("/{id}")
    ResponseEntity<Accepted> send(
            @PathVariable @Id String id,
            @Valid @RequestBody ContributionCommand.Send command,
            Actor actor) {
        var decision = inbox.take(id, command, actor);
        if (decision.equals(Decision.refused(Inbox.Refusal.TOO_MANY_AT_ONCE)))
            throw new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
        return Answers.created(id, decision);
    }

    /// Publishes a contribution as it was written.
    @May(Role.MODERATOR)
    @In(Contribution.class)
    @PostMapping("/{id}/publish")
    Accepted publish(
            @PathVariable @Id String id, @Valid @RequestBody ContributionCommand.Publish command) {
        return Answers.done(id, inbox.give(id, command));
    }

    /// Withholds a contribution, for a reason that is stated.
    @May(Role.MODERATOR)
    @In(Contribution.class)
    @PostMapping("/{id}/withhold")
    Accepted withhold(
            @PathVariable @Id String id, @Valid @RequestBody ContributionCommand.Withhold command) {
        return Answers.done(id, inbox.give(id, command));
    }

    /// States the team's assessment of a contribution.
    @May({Role.LAB_TEAM, Role.MODERATOR})
    @In(Contribution.class)
    @PostMapping("/{id}/assess")
    Accepted assess(
            @PathVariable @Id String id, @Valid @RequestBody ContributionCommand.Assess command) {
        return Answers.done(id, inbox.give(id, command));
    }

    /// Takes back that a contribution is withheld: it waits for a decision again.
    @May(Role.MODERATOR)
    @In(Contribution.class)
    @PostMapping("/{id}/lift-withholding")
    Accepted liftWithholding(
            @PathVariable @Id String id,
            @Valid @RequestBody ContributionCommand.LiftWithholding command) {
        return Answers.done(id, inbox.give(id, command));
    }

    /// Takes back that a contribution is published: it waits for a decision again.
    @May(Role.MODERATOR)
    @In(Contribution.class)
    @PostMapping("/{id}/withdraw-publication")
    Accepted withdrawPublication(
            @PathVariable @Id String id,
            @Valid @RequestBody ContributionCommand.WithdrawPublication command) {
        return Answers.done(id, inbox.give(id, command));
    }

    /// Corrects the last assessment of a contribution.
    @May({Role.LAB_TEAM, Role.MODERATOR})
    @In(Contribution.class)
    @PostMapping("/{id}/correct-assessment")
    Accepted correctAssessment(
            @PathVariable @Id String id,
            @Valid @RequestBody ContributionCommand.CorrectAssessment command) {
        return Answers.done(id, inbox.give(id, command));
    }

    /// Takes out a contribution that was entered by mistake, and deletes its words.
    @May({Role.LAB_TEAM, Role.MODERATOR})
    @In(Contribution.class)
    @PostMapping("/{id}/withdraw")
    Accepted withdraw(
            @PathVariable @Id String id, @Valid @RequestBody ContributionCommand.Withdraw command) {
        return Answers.done(id, inbox.give(id, command));
    }

    /// Takes back a contribution by the key of its receipt, and deletes its words. Its id is made from the key: `b-` and the first 32
    /// hexadecimal digits of the key's SHA-256.
    @Open
    @PostMapping("/receipts/{key}/withdraw")
    Accepted takeBack(
            @PathVariable @Id String key,
            @Valid @RequestBody ContributionCommand.TakeBack command) {
        var receipt = new Receipt(key);
        return Answers.done(receipt.contribution(), inbox.takeBack(receipt));
    }
}
