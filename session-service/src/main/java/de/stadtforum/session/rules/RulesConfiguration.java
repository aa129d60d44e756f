package de.stadtforum.session.rules;

import de.stadtforum.contracts.session.RulesFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RulesConfiguration {
    @Bean
    AggregateStore<Rules> rules(AggregateStores stores) {
        return stores.of("rules", Rules.class, RulesFact.class)
                .indexed("body")
                .indexed("inForce", "_id")
                .store();
    }
}
