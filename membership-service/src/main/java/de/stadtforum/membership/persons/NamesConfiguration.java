package de.stadtforum.membership.persons;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.PersonNames;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the audit calls people.
@Configuration(proxyBeanMethods = false)
class NamesConfiguration {
    @Bean
    PersonNames personNames(AggregateStore<Person> persons) {
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
