package de.stadtforum.session.recommendations;

import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecommendationConfiguration {
    @Bean
    AggregateStore<Recommendation> recommendations(AggregateStores stores) {
        return stores.of("recommendations", Recommendation.class, RecommendationFact.class)
                .indexed("made.on");
    }
}
