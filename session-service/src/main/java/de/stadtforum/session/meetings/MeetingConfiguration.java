package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.ScopeOf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {
    @Bean
    AggregateStore<Meeting> meetings(AggregateStores stores) {
        return stores.of("meetings", Meeting.class, MeetingFact.class)
                .indexed("body", "course.date", "_id")
                .indexed("course.date", "_id")
                .store();
    }

    @Bean
    ScopeOf scopeOfMeetings(AggregateStore<Meeting> meetings, Rights rights) {
        return new ScopeOf(
                Meeting.class, id -> meetings.find(id).map(meeting -> rights.in(meeting.body())));
    }
}
