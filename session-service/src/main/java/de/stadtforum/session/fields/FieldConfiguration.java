package de.stadtforum.session.fields;

import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FieldConfiguration {
    @Bean
    AggregateStore<FieldOfAction> fields(AggregateStores stores) {
        return stores.of("fields", FieldOfAction.class, FieldFact.class)
                .indexed("on", "_id")
                .store();
    }
}
