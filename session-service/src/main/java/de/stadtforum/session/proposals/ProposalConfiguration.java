package de.stadtforum.session.proposals;

import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProposalConfiguration {
    @Bean
    AggregateStore<Proposal> proposals(AggregateStores stores) {
        return stores.of("proposals", Proposal.class, ProposalFact.class)
                .indexed("submission.body");
    }
}
