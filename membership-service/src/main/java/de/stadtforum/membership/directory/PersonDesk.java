package de.stadtforum.membership.directory;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.stadtforum.membership.bodies.Delegations;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The people on record: secretariats and data protection know all, an institution those whom it sends.
@Component
class PersonDesk {
    static final int A_PAGE = 20;

    private final AggregateStore<Person> persons;
    private final Delegations delegations;
    private final Clock clock;

    PersonDesk(AggregateStore<Person> persons, Delegations delegations, Clock clock) {
        this.persons = persons;
        this.delegations = delegations;
        this.clock = clock;
    }

    /// @throws Missing also where the actor must not know whether there is one
    Person find(Actor actor, String id) {
        var person = persons.find(id).orElseThrow(Missing::new);
        if (actor.isAny(Role.SECRETARIAT, Role.DATA_PROTECTION) || delegations.sends(actor, id))
            return person;
        throw new Missing();
    }

    /// @param part of the name
    /// @param page the first is 0
    /// @return one more than fit on a page where there are more
    List<Person> search(String part, int page) {
        return persons.page(
                Filters.regex("state.name", Pattern.quote(part), "i"),
                Sorts.ascending("state.name", "_id"),
                page * A_PAGE,
                A_PAGE + 1);
    }

    Decision<Person> know(String id, String name) {
        return persons.create(id, existing -> Person.know(existing, id, name));
    }

    Decision<Person> rename(Actor actor, String id, String name, String reason) {
        find(actor, id);
        var today = today();
        return persons.decide(id, person -> person.rename(name, today, reason));
    }

    Decision<Person> erase(String id) {
        var today = today();
        return persons.decide(id, person -> person.erase(today));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
