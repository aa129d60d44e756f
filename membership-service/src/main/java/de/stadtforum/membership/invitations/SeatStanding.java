package de.stadtforum.membership.invitations;

import com.mongodb.client.model.Filters;
import de.stadtforum.membership.bodies.Delegations;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Role;
import de.stadtforum.web.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/// The owner of persons and seats knows itself who somebody is.
@Component
class SeatStanding implements Standing {
    private final AggregateStore<Person> persons;
    private final Delegations delegations;

    SeatStanding(AggregateStore<Person> persons, Delegations delegations) {
        this.persons = persons;
        this.delegations = delegations;
    }

    @Override
    public Optional<String> personOf(String account) {
        return persons.few(Filters.eq("state.account", account), Order.ascending()).stream()
                .map(Person::id)
                .findFirst();
    }

    @Override
    public Map<Role, SortedSet<String>> rolesOf(String person) {
        return delegations.rolesOf(person);
    }
}
