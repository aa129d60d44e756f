package de.stadtforum.lab.concepts;

import static de.stadtforum.messaging.commands.Decision.refused;

import de.stadtforum.city.City;
import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.lab.Known;
import de.stadtforum.lab.districts.PresentationRefusal;
import de.stadtforum.lab.presentations.Present;
import de.stadtforum.lab.presentations.WithdrawPresentation;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// What may be done with an edition of the concept, for the API and the page alike.
@Component
class ConceptDesk {
    record Draft(@NotNull @Min(1) @Max(1_000) Integer edition, @NotNull @PastDay LocalDate on) {}

    record State(@NotNull @Known Statement statement, @NotNull @Text(max = 4_000) String text) {}

    private final AggregateStore<Concept> concepts;
    private final City city;
    private final Clock clock;

    ConceptDesk(AggregateStore<Concept> concepts, City city, Clock clock) {
        this.concepts = concepts;
        this.city = city;
        this.clock = clock;
    }

    Decision<Concept> draft(String id, Draft draft) {
        return concepts.create(
                id, existing -> Concept.draft(existing, id, draft.edition(), draft.on()));
    }

    Decision<Concept> state(String id, State command) {
        return concepts.decide(id, concept -> concept.state(command.statement(), command.text()));
    }

    Decision<Concept> present(String id, Present command) {
        var presentation = command.presentation();
        if (!city.isPaperNumber(presentation.paper()))
            return refused(PresentationRefusal.NO_PAPER_NUMBER);
        if (!city.isBody(command.body())) return refused(PresentationRefusal.NO_SUCH_BODY);
        return concepts.decide(id, concept -> concept.present(command.body(), presentation));
    }

    Decision<Concept> withdraw(String id, WithdrawPresentation command) {
        var named = city.bodyName(command.body());
        if (named == null) return refused(PresentationRefusal.NO_SUCH_BODY);
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        return concepts.decide(
                id, concept -> concept.withdraw(command.body(), named, command.reason(), today));
    }
}
