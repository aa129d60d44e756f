package de.stadtforum.membership.councils;

import de.stadtforum.contracts.membership.CouncilFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The councils on record.
@Configuration(proxyBeanMethods = false)
class CouncilConfiguration {
    @Bean
    AggregateStore<Council> councils(AggregateStores stores) {
        return stores.of("councils", Council.class, CouncilFact.class).store();
    }
}
