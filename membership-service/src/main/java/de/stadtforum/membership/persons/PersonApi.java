package de.stadtforum.membership.persons;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.PlatformClock;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The people, as those enter them who send them.
@RestController
@RequestMapping("/api/membership/persons")
class PersonApi {
    record NewPerson(@NotNull @Text(max = 200) String name) {}

    /// @param access whether somebody logs in as this person
    record Entry(String id, @Nullable String name, @Nullable LocalDate erasedOn, Access access) {
        enum Access {
            NONE,
            INVITED,
            GRANTED
        }

        private static Entry of(Person person) {
            var access =
                    person.account() != null
                            ? Access.GRANTED
                            : person.invitation() != null ? Access.INVITED : Access.NONE;
            return new Entry(person.id(), person.name(), person.erasedOn(), access);
        }
    }

    private final AggregateStore<Person> persons;
    private final Clock clock;

    PersonApi(AggregateStore<Person> persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    /// Reads what is known of a person.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION, Role.DATA_PROTECTION})
    @GetMapping("/{id}")
    Entry one(@PathVariable @Id String id) {
        return Entry.of(persons.find(id).orElseThrow(Missing::new));
    }

    /// Enters a person, or a new name.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @PutMapping("/{id}")
    ResponseEntity<Accepted> know(
            @PathVariable @Id String id, @RequestBody @Valid NewPerson command) {
        return Answers.created(
                id,
                persons.create(id, existing -> Person.know(existing, id, command.name.strip())));
    }

    /// Erases a person: the name goes, the id stays.
    @May(Role.DATA_PROTECTION)
    @PostMapping("/{id}/erase")
    Accepted erase(@PathVariable @Id String id) {
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        return Answers.done(id, persons.decide(id, person -> person.erase(today)));
    }
}
