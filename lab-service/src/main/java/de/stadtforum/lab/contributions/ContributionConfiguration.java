package de.stadtforum.lab.contributions;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.lab.labs.Received;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContributionConfiguration {
    @Bean
    AggregateStore<Contribution> contributions(AggregateStores stores) {
        return stores.of("contributions", Contribution.class, ContributionFact.class)
                .indexed("lab", "state", "receivedOn", "_id")
                .indexed("state", "receivedOn", "_id")
                .listedBy("lab", Contribution::lab)
                .store();
    }

    @Bean
    ScopeOf scopeOfContributions(AggregateStore<Contribution> contributions, Inbox inbox) {
        return new ScopeOf(
                Contribution.class, id -> contributions.find(id).flatMap(inbox::scopeOf));
    }

    @Bean
    Received receivedContributions(AggregateStore<Contribution> contributions) {
        return new Received(lab ->
                contributions.count(
                        Filters.and(
                                Filters.eq("state.lab", lab),
                                Filters.ne("state.state", Contribution.State.WITHDRAWN.name()))));
    }
}
