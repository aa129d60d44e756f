package de.stadtforum.lab.contributions;

import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithheld;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.lab.contributions.Contribution.Refusal;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Decision.Changed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContributionTests {
    static final LocalDate ON = LocalDate.of(2024, 4, 2);
    static final String TEXT = "Am Markt ist es abends dunkel.";

    static Decision<Contribution> receive(Contribution existing, String text, boolean labTakesIt) {
        return Contribution.receive(
                existing, "b-1", "lab-eving-2024", Channel.ONLINE, text, "Markt", ON, labTakesIt);
    }

    static Contribution received() {
        return after(receive(null, TEXT, true));
    }

    static Contribution published() {
        return after(received().publish(ON.plusDays(1)));
    }

    static Contribution after(Decision<Contribution> decision) {
        assertThat(decision).isInstanceOf(Changed.class);
        return ((Changed<Contribution>) decision).state();
    }

    @Test
    void isReceivedWithoutTellingItsWords() {
        assertThat(((Changed<Contribution>) receive(null, TEXT, true)).facts())
                .containsExactly(new ContributionReceived("lab-eving-2024", Channel.ONLINE, ON));
        assertThat(receive(null, TEXT, false)).isEqualTo(refused(Refusal.CLOSED_FOR_CONTRIBUTIONS));
    }

    @Test
    void aDoubleClickCountsOnceAlsoAfterItWasPublished() {
        assertThat(receive(received(), TEXT, true)).isEqualTo(unchanged());
        assertThat(receive(published(), TEXT, false)).isEqualTo(unchanged());
        assertThat(receive(received(), "anderes", true)).isEqualTo(refused(Refusal.OTHER_CONTENT));
    }

    @Test
    void isPublishedOrWithheldWithAReason() {
        assertThat(published().state()).isEqualTo(Contribution.State.PUBLISHED);
        var withheld = received().withhold(WithheldFor.PERSONAL_DATA, "Name im Text", ON);
        assertThat(((Changed<Contribution>) withheld).facts())
                .containsExactly(new ContributionWithheld(WithheldFor.PERSONAL_DATA, ON));
        assertThat(after(withheld).publish(ON)).isEqualTo(refused(Refusal.ALREADY_WITHHELD));
        assertThat(after(withheld).withhold(WithheldFor.INSULT, null, ON))
                .isEqualTo(refused(Refusal.ALREADY_WITHHELD));
        assertThat(received().publish(ON.minusDays(1)))
                .isEqualTo(refused(Refusal.BEFORE_ITS_RECEIPT));
    }

    @Test
    void isTakenBackWhenPersonalDataAreSeenLater() {
        assertThat(
                        after(published().withhold(WithheldFor.PERSONAL_DATA, null, ON.plusDays(3)))
                                .state())
                .isEqualTo(Contribution.State.WITHHELD);
    }

    @Test
    void onlyWhatIsPublicIsAssessedAndTheLastAssessmentCounts() {
        assertThat(received().assess(Assessment.TAKEN_UP, "Ja", ON))
                .isEqualTo(refused(Refusal.NOT_PUBLISHED));
        assertThat(published().assess(Assessment.TAKEN_UP, "Ja", ON))
                .isEqualTo(refused(Refusal.BEFORE_ITS_PUBLICATION));
        var first = published().assess(Assessment.UNDER_REVIEW, "Wir prüfen.", ON.plusDays(9));
        assertThat(((Changed<Contribution>) first).facts())
                .containsExactly(new ContributionAssessed(Assessment.UNDER_REVIEW, ON.plusDays(9)));
        var second = after(first).assess(Assessment.TAKEN_UP, "Kommt.", ON.plusDays(30));
        assertThat(after(second).latest().assessment()).isEqualTo(Assessment.TAKEN_UP);
        assertThat(after(second).assess(Assessment.UNDER_REVIEW, "Wir prüfen.", ON.plusDays(9)))
                .isEqualTo(unchanged());
    }

    @Test
    void printsItselfWithoutItsWords() {
        assertThat(received().toString()).doesNotContain("Markt");
    }
}
