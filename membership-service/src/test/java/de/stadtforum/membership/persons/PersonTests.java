package de.stadtforum.membership.persons;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.membership.PersonFact.PersonErased;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.membership.persons.Person.Invitation;
import de.stadtforum.membership.persons.Person.Refusal;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.web.Correction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonTests {
    private static final LocalDate DAY = LocalDate.parse("2024-06-03");
    private static final Instant NOW = Instant.parse("2024-06-03T10:00:00Z");
    private static final Person ADA = Person.named("p-polizei", "Mitglied Polizei");

    @Test
    void tellsTheNameOnce() {
        assertThat(Person.know(null, "p-polizei", "Mitglied Polizei"))
                .isEqualTo(changed(ADA, new PersonKnown("Mitglied Polizei")));
        assertThat(Person.know(ADA, "p-polizei", "Mitglied Polizei")).isEqualTo(unchanged());
        assertThat(Person.know(ADA, "p-polizei", "Wer anders"))
                .isEqualTo(refused(Refusal.PERSON_EXISTS));
    }

    @Test
    void aNameWithATypingErrorIsPutRightUnderItsIdWithAReason() {
        var renamed = (Changed<Person>) ADA.rename("Ada Polizei", DAY, "Tippfehler");

        assertThat(renamed.facts()).containsExactly(new PersonKnown("Ada Polizei"));
        assertThat(renamed.state().corrections())
                .containsExactly(
                        new Correction("person-name", DAY, "Tippfehler", "Mitglied Polizei"));
        assertThat(renamed.state().rename("Ada Polizei", DAY, "noch einmal"))
                .isEqualTo(unchanged());
        assertThat(Person.know(renamed.state(), "p-polizei", "Ada Polizei")).isEqualTo(unchanged());
        assertThat(Person.know(renamed.state(), "p-polizei", "Mitglied Polizei"))
                .as("the first command, repeated")
                .isEqualTo(unchanged());
        assertThat(((Changed<Person>) renamed.state().erase(DAY)).state().corrections())
                .as("a former name is a name")
                .isEmpty();
    }

    @Test
    void anErasedNameIsNotPutRight() {
        var erased = ((Changed<Person>) ADA.erase(DAY)).state();

        assertThat(erased.rename("Ada", DAY, "Tippfehler"))
                .isEqualTo(refused(Refusal.PERSON_ERASED));
    }

    @Test
    void aLinkHoldsUntilItIsReplacedOnPurpose() {
        var first = new Invitation("a", NOW.plusSeconds(60));
        var invited = ((Changed<Person>) ADA.invite(first, false, NOW)).state();
        var second = new Invitation("b", NOW.plusSeconds(90));

        assertThat(invited.invite(new Invitation("a", NOW.plusSeconds(70)), false, NOW))
                .as("the form sent again")
                .isEqualTo(unchanged());
        assertThat(invited.invite(second, false, NOW)).isEqualTo(refused(Refusal.INVITATION_OPEN));
        assertThat(invited.invite(second, false, NOW.plusSeconds(61)))
                .as("the first has expired")
                .isInstanceOf(Changed.class);
        var renewed = ((Changed<Person>) invited.invite(second, true, NOW)).state();
        assertThat(renewed.invite(first, true, NOW))
                .as("the older form sent again voids nothing")
                .isEqualTo(refused(Refusal.INVITATION_UNKNOWN));
    }

    @Test
    void erasureForgetsTheNameForEver() {
        var erased = new Person("p-polizei", null, DAY, DAY, null, null, List.of(), List.of());

        assertThat(ADA.erase(DAY)).isEqualTo(changed(erased, new PersonErased()));
        assertThat(erased.erase(DAY.plusDays(3))).isEqualTo(unchanged());
        assertThat(Person.know(erased, "p-polizei", "Mitglied Polizei"))
                .isEqualTo(refused(Refusal.PERSON_ERASED));
    }

    @Test
    void erasureIsToldAgainOnceADayForAWeek() {
        var person = new Person("p-polizei", null, DAY, DAY, null, null, List.of(), List.of());
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
