package de.stadtforum.lab.contributions;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.AssessmentCorrected;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithheld;
import de.stadtforum.contracts.lab.ContributionFact.PublicationWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.contracts.lab.ContributionFact.WithholdingLifted;
import de.stadtforum.lab.contributions.Contribution.Refusal;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
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

    @Test
    void aWithholdingOrAPublicationThatWasWrongIsTakenBackAndDecidedAnew() {
        var withheld = after(received().withhold(WithheldFor.OFF_TOPIC, null, ON));
        var lifted = withheld.liftWithholding("Es geht doch um das Labor.", ON.plusDays(2));
        assertThat(((Changed<Contribution>) lifted).facts())
                .containsExactly(new WithholdingLifted(ON.plusDays(2)));
        assertThat(after(lifted).liftWithholding("Es geht doch um das Labor.", ON))
                .isEqualTo(unchanged());
        assertThat(after(after(lifted).publish(ON.plusDays(2))).state())
                .isEqualTo(Contribution.State.PUBLISHED);
        var hidden = published().withdrawPublication("Ein Name stand darin.", ON.plusDays(2));
        assertThat(((Changed<Contribution>) hidden).facts())
                .containsExactly(new PublicationWithdrawn(ON.plusDays(2)));
        assertThat(after(hidden).state()).isEqualTo(Contribution.State.RECEIVED);
        assertThat(received().liftWithholding("x", ON)).isEqualTo(refused(Refusal.NOT_WITHHELD));
    }

    @Test
    void theLastAssessmentIsCorrectedAndWhatStoodThereIsShown() {
        var assessed = after(published().assess(Assessment.TAKEN_UP, "Kommt.", ON.plusDays(9)));
        var right =
                assessed.correctAssessment(
                        Assessment.NOT_FEASIBLE, "Kommt nicht.", ON.plusDays(9), "Verwechselt", ON);
        assertThat(((Changed<Contribution>) right).facts())
                .containsExactly(new AssessmentCorrected(Assessment.NOT_FEASIBLE, ON.plusDays(9)));
        assertThat(after(right).assessments()).hasSize(1);
        assertThat(after(right).corrections().getLast().before()).isEqualTo("Kommt.");
        assertThat(published().correctAssessment(Assessment.TAKEN_UP, "x", ON.plusDays(9), "y", ON))
                .isEqualTo(refused(Refusal.NOT_ASSESSED));
    }

    @Test
    void whatIsTakenBackIsDeletedWithAllThatWasSaidOfIt() {
        var assessed = after(published().assess(Assessment.TAKEN_UP, TEXT, ON.plusDays(9)));
        var gone = assessed.withdraw(null, ON.plusDays(10));
        assertThat(((Changed<Contribution>) gone).facts())
                .containsExactly(new ContributionWithdrawn(ON.plusDays(10)));
        assertThat(after(gone).text()).isEmpty();
        assertThat(after(gone).location()).isNull();
        assertThat(after(gone).assessments()).isEmpty();
        assertThat(after(gone).withdraw(null, ON)).isEqualTo(unchanged());
        assertThat(after(gone).publish(ON)).isEqualTo(refused(Refusal.ALREADY_WITHDRAWN));
        assertThat(receive(after(gone), TEXT, true)).isEqualTo(refused(Refusal.ALREADY_WITHDRAWN));
    }

    @Test
    void isWithheldNotBeforeItWasPublished() {
        assertThat(published().withhold(WithheldFor.INSULT, null, ON))
                .isEqualTo(refused(Refusal.BEFORE_ITS_PUBLICATION));
    }

    @Test
    void otherWordsHaveAnotherReceiptAndTheSameOnesTheSame() {
        var receipt = new Receipt("0b0ee8a4-3c0b-4e3c-9d3e-2a1f4f0c9a11");
        assertThat(receipt.of("a", null)).isEqualTo(receipt.of("a", null));
        assertThat(receipt.of("a", null)).isNotEqualTo(receipt.of("b", null));
        assertThat(receipt.contribution()).doesNotContain("0b0ee8a4");
    }
}
