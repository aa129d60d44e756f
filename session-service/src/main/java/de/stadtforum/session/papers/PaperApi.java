package de.stadtforum.session.papers;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.PaperFact.Deliberation;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Proposed council papers for programs.
@RestController
@RequestMapping("/api/session/papers")
class PaperApi {

    record On(@NotNull @PastDay LocalDate on) {}

    record Numbered(
            @NotNull @Pattern(regexp = Paper.NUMBER, message = "{rule.paper-number}") String number,
            @NotNull @PastDay LocalDate on) {}

    record Planned(
            @NotNull @Id String body,
            @NotNull @NotUnknown Deliberation role,
            @NotNull @PlannedDay LocalDate on) {}

    record Recorded(
            @NotNull @Id String body,
            @Text(max = PublicText.LONGEST) @Nullable String result,
            @NotNull @PastDay LocalDate on) {}

    private final AggregateStore<Paper> papers;
    private final Rights rights;

    PaperApi(AggregateStore<Paper> papers, Rights rights) {
        this.papers = papers;
        this.rights = rights;
    }

    /// Lists the proposed council papers.
    @Open
    @GetMapping
    List<Paper> list() {
        return papers.list(Filters.empty(), ascending("state.proposed.on", "_id"));
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
    Accepted draft(@PathVariable @Id String id, @Valid @RequestBody On it) {
        return decide(id, paper -> paper.draft(it.on));
    }

    /// Records the number that the council information system gave the paper.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/number")
    Accepted number(@PathVariable @Id String id, @Valid @RequestBody Numbered it) {
        var number = new Paper.Number(it.number, it.on);
        return decide(id, paper -> paper.number(number));
    }

    /// Plans the deliberation of the paper in a body.
    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @PostMapping("/{id}/deliberations")
    Accepted plan(@PathVariable @Id String id, @Valid @RequestBody Planned it) {
        return decide(id, paper -> paper.plan(it.body, it.role, it.on));
    }

    /// Records what a body did with the paper.
    @May({Role.SECRETARIAT, Role.COMMITTEE})
    @In(value = Paper.class, field = "body")
    @PostMapping("/{id}/deliberations/record")
    Accepted record(@PathVariable @Id String id, @Valid @RequestBody Recorded it, Actor actor) {
        return decide(
                id,
                paper -> {
                    if (!actor.is(Role.COMMITTEE, it.body)) // a committee tells its own outcome
                    rights.in(paper.proposed().body()).need(actor, Role.SECRETARIAT);
                    return paper.record(it.body, it.result, it.on);
                });
    }

    private Accepted decide(String id, Function<Paper, Decision<Paper>> decision) {
        return Answers.done(id, papers.decide(id, decision));
    }
}
