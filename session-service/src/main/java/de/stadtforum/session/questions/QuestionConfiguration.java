package de.stadtforum.session.questions;

import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Role;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QuestionConfiguration {
    @Bean
    AggregateStore<Question> questions(AggregateStores stores) {
        return stores.of("questions", Question.class, QuestionFact.class)
                .indexed("asked.on", "_id")
                .store();
    }

    /// The office of the body that is asked, and the department that asks.
    @Bean
    ScopeOf scopeOfQuestions(AggregateStore<Question> questions, Rights rights) {
        return new ScopeOf(
                Question.class,
                id ->
                        questions
                                .find(id)
                                .map(question ->
                                        rights.in(question.asked().body())
                                                .with(
                                                        Role.DEPARTMENT,
                                                        (actor, role) ->
                                                                actor.is(
                                                                        role,
                                                                        question.asked().by()))));
    }
}
