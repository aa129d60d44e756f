package de.stadtforum.membership.persons;

import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The people on record.
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {
    @Bean
    AggregateStore<Person> persons(AggregateStores stores) {
        return stores.of("persons", Person.class, PersonFact.class)
                .indexed("erasedOn", "_id")
                .indexed("invitation.hash", "_id")
                .indexed("name", "_id")
                .unique("account", Person.Refusal.ACCOUNT_TAKEN)
                .store();
    }
}
