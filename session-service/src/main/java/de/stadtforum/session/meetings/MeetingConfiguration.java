package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {
    @Bean
    AggregateStore<Meeting> meetings(AggregateStores stores) {
        return stores.of("meetings", Meeting.class, MeetingFact.class)
                .indexed("body", "course.date");
    }
}
