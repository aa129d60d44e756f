package de.stadtforum.session.papers;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Proposed council papers for programs.
@RestController
@RequestMapping("/api/session/papers")
class PaperApi {
    private static final Order BY_DAY = Order.ascending("state.proposed.on");

    private final AggregateStore<Paper> papers;
    private final PaperDesk desk;

    PaperApi(AggregateStore<Paper> papers, PaperDesk desk) {
        this.papers = papers;
        this.desk = desk;
    }

    /// Lists the proposed council papers.
    @Open
    @GetMapping
    ResponseEntity<List<PaperLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                papers.slice(Filters.empty(), BY_DAY, cursor, limit).map(PaperLine::of),
                papers.count(Filters.empty(), BY_DAY));
    }

    /// Reads a proposed council paper.
    @Open
    @GetMapping("/{id}")
    Paper one(@PathVariable @Id String id) {
        return papers.find(id).orElseThrow(Missing::new);
    }

    /// Records that the administration drafts the paper.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/draft")
    Accepted draft(
            @PathVariable @Id String id, @Valid @RequestBody PaperCommand.Draft it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Records the number that the council information system gave the paper.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/number")
    Accepted number(
            @PathVariable @Id String id, @Valid @RequestBody PaperCommand.Number it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Plans the deliberation of the paper in a body.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/deliberations")
    Accepted plan(
            @PathVariable @Id String id, @Valid @RequestBody PaperCommand.Plan it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Records what a body did with the paper.
    @May({Role.SECRETARIAT, Role.COMMITTEE})
    @In(value = Paper.class, field = "body")
    @PostMapping("/{id}/deliberations/record")
    Accepted record(
            @PathVariable @Id String id, @Valid @RequestBody PaperCommand.Record it, Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Corrects the day of the draft; without a day it was not drafted.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/draft/correct")
    Accepted correctDraft(
            @PathVariable @Id String id,
            @Valid @RequestBody PaperCommand.CorrectDraft it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Corrects the number; without one it has none.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/number/correct")
    Accepted correctNumber(
            @PathVariable @Id String id,
            @Valid @RequestBody PaperCommand.CorrectNumber it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Corrects a deliberation that is still to come.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/deliberations/correct")
    Accepted correctPlan(
            @PathVariable @Id String id,
            @Valid @RequestBody PaperCommand.CorrectPlan it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Takes back a deliberation that is still to come.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/deliberations/withdraw")
    Accepted withdrawPlan(
            @PathVariable @Id String id,
            @Valid @RequestBody PaperCommand.WithdrawPlan it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }

    /// Corrects what a body did with the paper; without a day it did not treat it.
    @May({Role.SECRETARIAT, Role.COMMITTEE})
    @In(value = Paper.class, field = "body")
    @PostMapping("/{id}/deliberations/record/correct")
    Accepted correctRecord(
            @PathVariable @Id String id,
            @Valid @RequestBody PaperCommand.CorrectRecord it,
            Actor actor) {
        return Answers.done(id, desk.give(actor, id, it));
    }
}
