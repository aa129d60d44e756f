package de.stadtforum.lab.concepts;

import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConceptConfiguration {
    @Bean
    AggregateStore<Concept> concepts(AggregateStores stores) {
        return stores.of("concepts", Concept.class, ConceptFact.class).indexed("edition");
    }
}
