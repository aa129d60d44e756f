package de.stadtforum.lab.tool;

import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ToolConfiguration {
    @Bean
    AggregateStore<ToolStatement> toolStatements(AggregateStores stores) {
        return stores.of("tool-statements", ToolStatement.class, ToolFact.class).indexed("edition");
    }
}
