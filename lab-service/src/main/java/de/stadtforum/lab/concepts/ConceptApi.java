package de.stadtforum.lab.concepts;

import com.mongodb.client.model.Filters;
import de.stadtforum.lab.presentations.Present;
import de.stadtforum.lab.presentations.WithdrawPresentation;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The concept as JSON; everybody may read it.
@RestController
@RequestMapping("/api/lab/concepts")
class ConceptApi {
    private static final Order NEWEST = Order.descending("state.edition");

    private final AggregateStore<Concept> concepts;
    private final ConceptDesk desk;

    ConceptApi(AggregateStore<Concept> concepts, ConceptDesk desk) {
        this.concepts = concepts;
        this.desk = desk;
    }

    /// Lists all editions of the concept.
    @Open
    @GetMapping
    ResponseEntity<List<ConceptLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                concepts.slice(Filters.empty(), NEWEST, cursor, limit).map(ConceptLine::of),
                concepts.count(Filters.empty()));
    }

    /// Reads an edition of the concept.
    @Open
    @GetMapping("/{id}")
    Concept concept(@PathVariable @Id String id) {
        return concepts.find(id).orElseThrow(Missing::new);
    }

    /// Drafts an edition of the concept.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @PutMapping("/{id}")
    ResponseEntity<Accepted> draft(
            @PathVariable @Id String id, @Valid @RequestBody ConceptDesk.Draft draft) {
        return Answers.created(id, desk.draft(id, draft));
    }

    /// States one of the points that the resolution asks of the concept.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @PostMapping("/{id}/statements")
    Accepted state(@PathVariable @Id String id, @Valid @RequestBody ConceptDesk.State command) {
        return Answers.done(id, desk.state(id, command));
    }

    /// Lays the concept before a body.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @PostMapping("/{id}/present")
    Accepted present(@PathVariable @Id String id, @Valid @RequestBody Present command) {
        return Answers.done(id, desk.present(id, command));
    }

    /// Takes back that the concept was laid before a body.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @PostMapping("/{id}/withdraw-presentation")
    Accepted withdraw(
            @PathVariable @Id String id, @Valid @RequestBody WithdrawPresentation command) {
        return Answers.done(id, desk.withdraw(id, command));
    }
}
