package de.stadtforum.lab.concepts;

import static de.stadtforum.messaging.Decision.refused;

import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.lab.Known;
import de.stadtforum.lab.districts.City;
import de.stadtforum.lab.presentations.Present;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The concept as JSON; everybody may read it.
@RestController
@RequestMapping("/api/lab/concepts")
class ConceptApi {
    record Draft(@NotNull @Min(1) @Max(1_000) Integer edition, @NotNull LocalDate on) {}

    record State(@NotNull @Known Statement statement, @NotNull @Text(max = 4_000) String text) {}

    private final AggregateStore<Concept> concepts;
    private final PresentedConcepts presented;
    private final City city;

    ConceptApi(AggregateStore<Concept> concepts, PresentedConcepts presented, City city) {
        this.concepts = concepts;
        this.presented = presented;
        this.city = city;
    }

    /// Lists all editions of the concept.
    @Open
    @GetMapping
    List<Concept> list() {
        return presented.editions();
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
    ResponseEntity<Accepted> draft(@PathVariable @Id String id, @Valid @RequestBody Draft draft) {
        return Answers.created(
                id,
                concepts.create(
                        id, existing -> Concept.draft(existing, id, draft.edition(), draft.on())));
    }

    /// States one of the points that the resolution asks of the concept.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @PostMapping("/{id}/statements")
    Accepted state(@PathVariable @Id String id, @Valid @RequestBody State command) {
        return Answers.done(
                id,
                concepts.decide(id, concept -> concept.state(command.statement(), command.text())));
    }

    /// Lays the concept before a body.
    @May({Role.LAB_TEAM, Role.SECRETARIAT})
    @In(Concept.class)
    @PostMapping("/{id}/present")
    Accepted present(@PathVariable @Id String id, @Valid @RequestBody Present command) {
        var presentation = command.presentation();
        if (!city.isPaperNumber(presentation.paper()))
            return Answers.done(id, refused(City.Refusal.NO_PAPER_NUMBER));
        return Answers.done(
                id, concepts.decide(id, concept -> concept.present(command.body(), presentation)));
    }
}
