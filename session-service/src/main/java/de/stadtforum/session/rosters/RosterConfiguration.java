package de.stadtforum.session.rosters;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.messaging.audit.PersonNames;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RosterConfiguration {
    @Bean
    Feed<Roster> rosters(Feeds feeds) {
        return feeds.of(BodyFact.class).into("rosters", Roster.NONE, Roster::after);
    }

    @Bean
    Feed<Person> persons(Feeds feeds) {
        return feeds.of(PersonFact.class)
                .indexed("account", "_id")
                .into("persons", Person.NONE, Person::after);
    }

    @Bean
    PersonNames personNames(Feed<Person> persons) {
        return ids -> {
            var names = new TreeMap<String, String>();
            persons.findAll(ids)
                    .forEach((id, person) -> {
                        if (person.name() != null) names.put(id, person.name());
                    });
            return names;
        };
    }
}
