package de.stadtforum.membership.persons;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.membership.WholeService;
import de.stadtforum.messaging.commands.AggregateStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeService
class ErasureReminderTests {
    @Autowired AggregateStore<Person> persons;

    @Test
    void findsTheErasuresOfTheLastDaysAndTellsThemAgain() {
        var day = LocalDate.parse("2024-06-03");
        persons.create("p-forgotten", _ -> Person.know(null, "p-forgotten", "Mitglied Ehemals"));
        persons.create("p-kept", _ -> Person.know(null, "p-kept", "Mitglied Weiterhin"));
        persons.decide("p-forgotten", person -> person.erase(day));

        reminderOn(day.plusDays(1)).tellAgain();
        assertThat(persons.find("p-forgotten").orElseThrow().toldOn()).isEqualTo(day.plusDays(1));
        assertThat(persons.find("p-kept").orElseThrow().name()).isEqualTo("Mitglied Weiterhin");

        reminderOn(day.plusDays(30)).tellAgain();
        assertThat(persons.find("p-forgotten").orElseThrow().toldOn()).isEqualTo(day.plusDays(1));
    }

    private ErasureReminder reminderOn(LocalDate day) {
        return new ErasureReminder(
                persons, Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
    }
}
