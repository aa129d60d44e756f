package de.stadtforum.membership.persons;

import de.stadtforum.messaging.audit.PersonNames;
import de.stadtforum.messaging.commands.AggregateStore;
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
