package de.stadtforum.lab.concepts;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whether some edition of the concept lay before the committee and all district councils (resolution 5.3).
/// The answer counts as of the moment in which it was given: a presentation that is withdrawn later takes nothing back that rested on it.
@Component
public class PresentedConcepts {
    private final AggregateStore<Concept> concepts;
    private final City city;

    PresentedConcepts(AggregateStore<Concept> concepts, City city) {
        this.concepts = concepts;
        this.city = city;
    }

    public boolean everywhere(LocalDate on) {
        return editions().stream()
                .anyMatch(concept -> concept.presentations().everywhere(city.bodiesBefore(), on));
    }

    /// The newest edition first.
    public List<Concept> editions() {
        return concepts.few(Filters.empty(), Order.descending("state.edition"));
    }
}
