package de.stadtforum.membership.persons;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.membership.persons.Person.Refusal;
import de.stadtforum.messaging.Decision.Changed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PersonTests {
    private static final LocalDate DAY = LocalDate.parse("2024-06-03");
    private static final Person ADA =
            new Person("p-polizei", "Mitglied Polizei", null, null, null, null);

    @Test
    void tellsTheNameOnce() {
        assertThat(Person.know(null, "p-polizei", "Mitglied Polizei"))
                .isEqualTo(changed(ADA, new PersonKnown("Mitglied Polizei")));
        assertThat(Person.know(ADA, "p-polizei", "Mitglied Polizei")).isEqualTo(unchanged());
        assertThat(Person.know(ADA, "p-polizei", "Wer anders"))
                .isEqualTo(refused(Refusal.PERSON_EXISTS));
    }

    @Test
    void erasureForgetsTheNameForEver() {
        var erased = new Person("p-polizei", null, DAY, DAY, null, null);

        assertThat(ADA.erase(DAY)).isEqualTo(changed(erased, new PersonErased()));
        assertThat(erased.erase(DAY.plusDays(3))).isEqualTo(unchanged());
        assertThat(Person.know(erased, "p-polizei", "Mitglied Polizei"))
                .isEqualTo(refused(Refusal.PERSON_ERASED));
    }

    @Test
    void erasureIsToldAgainOnceADayForAWeek() {
        var person = new Person("p-polizei", null, DAY, DAY, null, null);
        var told = 0;
        for (var day = DAY; day.isBefore(DAY.plusDays(30)); day = day.plusDays(1))
            for (var time = 0; time < 2; time++)
                if (person.tellErasureAgain(day) instanceof Changed<Person>(var next, var facts)) {
                    assertThat(facts).containsExactly(new PersonErased());
                    person = next;
                    told++;
                }
        assertThat(told).isEqualTo(Person.DAYS_OF_TELLING);
        assertThat(ADA.tellErasureAgain(DAY)).isEqualTo(unchanged());
    }
}
