package de.stadtforum.membership.directory;

import de.stadtforum.membership.persons.Person;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
    record NewPerson(@NotNull @Line(max = 200) String name) {}

    record CorrectName(
            @NotNull @Line(max = 200) String name, @NotNull @Text(max = 500) String reason) {}

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

    private final PersonDesk desk;

    PersonApi(PersonDesk desk) {
        this.desk = desk;
    }

    /// Reads what is known of a person; an institution reads those whom it sends.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION, Role.DATA_PROTECTION})
    @GetMapping("/{id}")
    Entry one(@PathVariable @Id String id, Actor actor) {
        return Entry.of(desk.find(actor, id));
    }

    /// Enters a person, or a new name.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @PutMapping("/{id}")
    ResponseEntity<Accepted> know(
            @PathVariable @Id String id, @RequestBody @Valid NewPerson command) {
        return Answers.created(id, desk.know(id, command.name.strip()));
    }

    /// Puts a name right that was entered with an error; an institution those of whom it sends.
    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION, Role.DATA_PROTECTION})
    @PostMapping("/{id}/rename")
    Accepted rename(
            @PathVariable @Id String id, @RequestBody @Valid CorrectName command, Actor actor) {
        return Answers.done(
                id, desk.rename(actor, id, command.name.strip(), command.reason.strip()));
    }

    /// Erases a person: the name goes, the id stays.
    @May(Role.DATA_PROTECTION)
    @PostMapping("/{id}/erase")
    Accepted erase(@PathVariable @Id String id) {
        return Answers.done(id, desk.erase(id));
    }
}
