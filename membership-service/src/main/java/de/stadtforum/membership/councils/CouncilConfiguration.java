package de.stadtforum.membership.councils;

import de.stadtforum.contracts.membership.CouncilFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The councils on record.
@Configuration(proxyBeanMethods = false)
class CouncilConfiguration {
    @Bean
    AggregateStore<Council> councils(AggregateStores stores) {
        return stores.of("councils", Council.class, CouncilFact.class);
    }
}
