package de.stadtforum.lab.concepts;

import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.web.ScopeOf;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConceptConfiguration {
    @Bean
    AggregateStore<Concept> concepts(AggregateStores stores) {
        return stores.of("concepts", Concept.class, ConceptFact.class)
                .indexed("edition", "_id")
                .store();
    }

    /// Also of one that is still to be written: it is one for the whole city.
    @Bean
    ScopeOf scopeOfConcepts(CityRights rights) {
        return new ScopeOf(Concept.class, _ -> Optional.of(rights.inTheCity()));
    }
}
