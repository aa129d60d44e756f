package de.stadtforum.lab.concepts;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ConceptFact.ConceptPresented;
import de.stadtforum.contracts.lab.ConceptFact.Statement;
import de.stadtforum.lab.concepts.Concept.Refusal;
import de.stadtforum.lab.presentations.Presentation;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConceptTests {
    static final LocalDate ON = LocalDate.of(2024, 1, 15);
    static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 6);
    static final LocalDate MARCH = LocalDate.of(2024, 3, 12);

    static Concept after(Decision<Concept> decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed<Concept>) decision).state();
    }

    static Concept drafted() {
        return after(Concept.draft(null, "konzept-1", 1, ON));
    }

    static Concept complete() {
        var concept = drafted();
        for (var statement : Concept.REQUIRED) concept = after(concept.state(statement, "So."));
        return concept;
    }

    @Test
    void isPresentedWithItsThreeStatementsOnly() {
        var two =
                after(
                        after(drafted().state(Statement.POLITICS_INFORMED, "a"))
                                .state(Statement.ASSOCIATIONS_INVOLVED, "c"));
        assertThat(two.present("abooab", new Presentation(FEBRUARY, null)))
                .isEqualTo(refused(Refusal.STATEMENTS_MISSING));
        var presented = complete().present("abooab", new Presentation(FEBRUARY, "30123-24"));
        assertThat(((Changed<Concept>) presented).facts())
                .containsExactly(new ConceptPresented("abooab", FEBRUARY, "30123-24"));
    }

    @Test
    void whatWasPresentedIsNotRewritten() {
        var presented = after(complete().present("abooab", new Presentation(FEBRUARY, null)));
        assertThat(presented.state(Statement.POLITICS_INFORMED, "anders"))
                .isEqualTo(refused(Refusal.ALREADY_PRESENTED));
        assertThat(presented.state(Statement.POLITICS_INFORMED, "So.")).isEqualTo(unchanged());
        assertThat(presented.present("abooab", new Presentation(FEBRUARY, null)))
                .isEqualTo(unchanged());
        assertThat(presented.present("abooab", new Presentation(MARCH, null)))
                .isEqualTo(refused(Refusal.PRESENTED_OTHERWISE));
        assertThat(complete().present("abooab", new Presentation(ON.minusDays(1), null)))
                .isEqualTo(refused(Refusal.BEFORE_ITS_DRAFT));
    }

    @Test
    void liesEverywhereOnlyOnceTheLastBodyHadIt() {
        var bodies = List.of("abooab", "bv-eving");
        var one = after(complete().present("abooab", new Presentation(FEBRUARY, null)));
        assertThat(one.presentations().everywhere(bodies, MARCH)).isFalse();
        var both = after(one.present("bv-eving", new Presentation(MARCH, null)));
        assertThat(both.presentations().everywhere(bodies, MARCH.minusDays(1))).isFalse();
        assertThat(both.presentations().everywhere(bodies, MARCH)).isTrue();
    }

    @Test
    void aPresentationThatWasEnteredByMistakeIsTakenBackAndMadeAgain() {
        var presented = after(complete().present("abooab", new Presentation(FEBRUARY, "30123-24")));
        var withdrawn = presented.withdraw("abooab", "Ausschuss", "Abgesetzt", MARCH);
        assertThat(((Changed<Concept>) withdrawn).facts())
                .containsExactly(new ConceptFact.PresentationWithdrawn("abooab", MARCH));
        var concept = after(withdrawn);
        assertThat(concept.corrections().getLast().before())
                .isEqualTo("Ausschuss, 6.2.2024, 30123-24");
        assertThat(concept.withdraw("abooab", "Ausschuss", "Abgesetzt", MARCH))
                .isEqualTo(unchanged());
        assertThat(concept.withdraw("abooab", "Ausschuss", "Anders", MARCH))
                .isEqualTo(refused(Refusal.NOT_PRESENTED_THERE));
        assertThat(
                        after(concept.present("abooab", new Presentation(MARCH, null)))
                                .presentations()
                                .before("abooab"))
                .isEqualTo(new Presentation(MARCH, null));
    }
}
