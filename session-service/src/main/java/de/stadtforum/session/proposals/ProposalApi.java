package de.stadtforum.session.proposals;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
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

/// The inbox for programs.
@RestController
@RequestMapping("/api/session/proposals")
class ProposalApi {
    private static final Order NEWEST = Order.descending("state.submission.on");

    record Received(
            @NotNull @Id String body,
            @NotNull @NotUnknown Kind kind,
            @NotNull @Id String source,
            @NotNull @Line(max = 300) String title,
            @NotNull Boolean publicTitle,
            @Text(max = 20_000) @Nullable String text,
            @NotNull @PastDay LocalDate on) {}

    record Commented(
            @NotNull @Id String by,
            @NotNull @Text(max = PublicText.LONGEST) String comment,
            @NotNull @PastDay LocalDate on) {}

    record Withdrawn(@NotNull @Line(max = 500) String reason) {}

    private final AggregateStore<Proposal> proposals;
    private final Inbox inbox;

    ProposalApi(AggregateStore<Proposal> proposals, Inbox inbox) {
        this.proposals = proposals;
        this.inbox = inbox;
    }

    /// Lists the proposals in the inbox of a body.
    @May({
        Role.SECRETARIAT,
        Role.CHAIR,
        Role.MEMBER,
        Role.DEPUTY,
        Role.MINUTE_TAKER,
        Role.DEPARTMENT,
        Role.LAB_TEAM
    })
    @GetMapping
    ResponseEntity<List<ProposalLine>> list(
            @RequestParam(required = false) @Id @Nullable String body,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor,
            Actor actor) {
        var which = inbox.readable(actor, body);
        return Answers.listed(
                proposals.slice(which, NEWEST, cursor, limit).map(ProposalLine::of),
                proposals.count(which, NEWEST));
    }

    /// Reads a proposal.
    @May({
        Role.SECRETARIAT,
        Role.CHAIR,
        Role.MEMBER,
        Role.DEPUTY,
        Role.MINUTE_TAKER,
        Role.DEPARTMENT,
        Role.LAB_TEAM
    })
    @GetMapping("/{id}")
    Proposal one(@PathVariable @Id String id, Actor actor) {
        return inbox.find(actor, id).orElseThrow(Missing::new);
    }

    /// Receives a proposal for a body.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT})
    @In(field = "source")
    @PutMapping("/{id}")
    ResponseEntity<Accepted> receive(
            @PathVariable @Id String id, @Valid @RequestBody Received it, Actor actor) {
        var submission =
                new Proposal.Submission(
                        it.body, it.kind, it.source, it.title, it.publicTitle, it.text, it.on);
        return Answers.created(id, inbox.receive(actor, id, submission));
    }

    /// Comments on a proposal.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT})
    @In(field = "by")
    @PostMapping("/{id}/comments")
    Accepted comment(@PathVariable @Id String id, @Valid @RequestBody Commented it, Actor actor) {
        return Answers.done(
                id, inbox.comment(actor, id, new Proposal.Comment(it.by, it.comment, it.on)));
    }

    /// Takes a proposal back that has not been heard and stands on no agenda.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT})
    @In(Proposal.class)
    @PostMapping("/{id}/withdraw")
    Accepted withdraw(@PathVariable @Id String id, @Valid @RequestBody Withdrawn it, Actor actor) {
        return Answers.done(id, inbox.withdraw(actor, id, it.reason));
    }
}
