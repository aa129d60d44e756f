package de.stadtforum.lab.tool;

import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.web.ScopeOf;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ToolConfiguration {
    @Bean
    AggregateStore<ToolStatement> toolStatements(AggregateStores stores) {
        return stores.of("tool-statements", ToolStatement.class, ToolFact.class)
                .indexed("edition", "_id")
                .store();
    }

    /// Also of one that is still to be written: it is one for the whole city.
    @Bean
    ScopeOf scopeOfToolStatements(CityRights rights) {
        return new ScopeOf(ToolStatement.class, _ -> Optional.of(rights.inTheCity()));
    }
}
