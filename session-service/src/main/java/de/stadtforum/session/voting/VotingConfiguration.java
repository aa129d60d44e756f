package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VotingConfiguration {
    @Bean
    AggregateStore<Vote> votes(AggregateStores stores) {
        return stores.of("votes", Vote.class, VotingFact.class)
                .indexed("question.meeting", "question.day");
    }
}
