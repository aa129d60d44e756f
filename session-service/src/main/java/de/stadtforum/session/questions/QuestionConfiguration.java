package de.stadtforum.session.questions;

import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuestionConfiguration {
    @Bean
    AggregateStore<Question> questions(AggregateStores stores) {
        return stores.of("questions", Question.class, QuestionFact.class).indexed("asked.on");
    }
}
