package de.stadtforum.session.papers;

import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaperConfiguration {
    @Bean
    AggregateStore<Paper> papers(AggregateStores stores) {
        return stores.of("papers", Paper.class, PaperFact.class).indexed("proposed.on");
    }
}
