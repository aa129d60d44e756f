package de.stadtforum.session.recommendations;

import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecommendationConfiguration {
    @Bean
    AggregateStore<Recommendation> recommendations(AggregateStores stores) {
        return stores.of("recommendations", Recommendation.class, RecommendationFact.class)
                .indexed("made.on", "_id")
                .indexed("made.body", "made.on", "_id")
                .store();
    }

    @Bean
    ScopeOf scopeOfRecommendations(
            AggregateStore<Recommendation> recommendations, FollowUp followUp) {
        return new ScopeOf(
                Recommendation.class, id -> recommendations.find(id).map(followUp::scopeOf));
    }
}
