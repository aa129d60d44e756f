package de.stadtforum.session.topics;

import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TopicConfiguration {
    @Bean
    AggregateStore<Topic> standingTopics(AggregateStores stores) {
        return stores.of("topics", Topic.class, TopicFact.class).indexed("on", "_id").store();
    }

    @Bean
    ScopeOf scopeOfTopics(AggregateStore<Topic> topics, Rights rights) {
        return new ScopeOf(
                Topic.class, id -> topics.find(id).map(topic -> rights.in(topic.body())));
    }
}
