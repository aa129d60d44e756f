package de.stadtforum.session.topics;

import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TopicConfiguration {
    @Bean
    AggregateStore<Topic> standingTopics(AggregateStores stores) {
        return stores.of("topics", Topic.class, TopicFact.class).indexed("on");
    }
}
