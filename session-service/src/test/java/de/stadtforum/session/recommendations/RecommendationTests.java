package de.stadtforum.session.recommendations;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.contracts.session.RecommendationFact.AnswerCorrected;
import de.stadtforum.contracts.session.RecommendationFact.ForwardingCorrected;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.recommendations.Recommendation.Made;
import de.stadtforum.session.recommendations.Recommendation.Refusal;
import de.stadtforum.session.recommendations.Recommendation.Reply;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTests {
    private final Recommendation made =
            done(
                    Recommendation.make(
                            null,
                            "r",
                            new Made(
                                    "vollversammlung",
                                    Addressee.COUNCIL,
                                    "rat",
                                    "Mehr Licht",
                                    "v",
                                    DAY,
                                    DAY.plusDays(90))));
    private final Reply reply = new Reply(Answer.ADOPTED_IN_PART, null, DAY.plusDays(30));

    @Test
    void isAnsweredOnceAndOnlyAfterItWasForwarded() {
        assertThat(made.answer(reply)).isEqualTo(refused(Refusal.NOT_FORWARDED));
        assertThat(made.forward(DAY.minusDays(1)))
                .isEqualTo(refused(Refusal.FORWARDED_BEFORE_MADE));
        var forwarded = done(made.forward(DAY.plusDays(31)));
        assertThat(forwarded.answer(reply)).isEqualTo(refused(Refusal.ANSWERED_BEFORE_FORWARDED));

        var answered = done(done(made.forward(DAY.plusDays(3))).answer(reply));

        assertThat(answered.answer(reply)).isEqualTo(unchanged());
        assertThat(answered.answer(new Reply(Answer.DECLINED, null, DAY.plusDays(30))))
                .isEqualTo(refused(Refusal.ALREADY_ANSWERED));
    }

    @ParameterizedTest
    @CsvSource({"90,false", "91,true"})
    void isOverdueFromTheDayAfterItsAnswerWasDue(int days, boolean overdue) {
        var today = DAY.plusDays(days);

        assertThat(made.overdueOn(today)).isEqualTo(overdue);
        assertThat(done(done(made.forward(DAY)).answer(reply)).overdueOn(LocalDate.MAX)).isFalse();
    }

    @Test
    void itsForwardingIsPutRightWithAReasonAndTold() {
        var forwarded = done(made.forward(DAY.plusDays(3)));
        var corrected =
                (Changed<Recommendation>)
                        forwarded.correctForwarding(
                                DAY.plusDays(2), "Zahlendreher", DAY.plusDays(9));

        assertThat(corrected.facts()).containsExactly(new ForwardingCorrected(DAY.plusDays(2)));
        assertThat(corrected.state().corrections())
                .containsExactly(
                        new Correction(
                                "forwarding",
                                DAY.plusDays(9),
                                "Zahlendreher",
                                DAY.plusDays(3).toString()));
        assertThat(
                        corrected
                                .state()
                                .correctForwarding(
                                        DAY.plusDays(2), "Zahlendreher", DAY.plusDays(9)))
                .isEqualTo(unchanged());
        assertThat(forwarded.correctForwarding(DAY.minusDays(1), "x", DAY))
                .isEqualTo(refused(Refusal.FORWARDED_BEFORE_MADE));
        assertThat(done(forwarded.correctForwarding(null, "doch nicht", DAY)).state())
                .isEqualTo(Recommendation.State.MADE);
        assertThat(made.correctForwarding(DAY, "x", DAY)).isEqualTo(refused(Refusal.NOT_FORWARDED));
    }

    @Test
    void itsAnswerIsPutRightOrTakenBack() {
        var answered = done(done(made.forward(DAY)).answer(reply));
        var declined = new Reply(Answer.DECLINED, "Kein Geld", DAY.plusDays(30));

        assertThat(
                        ((Changed<Recommendation>)
                                        answered.correctAnswer(declined, "verlesen", DAY))
                                .facts())
                .containsExactly(
                        new AnswerCorrected(
                                Answer.DECLINED, new PublicText("Kein Geld"), DAY.plusDays(30)));
        assertThat(done(answered.correctAnswer(null, "Verwechslung", DAY)).state())
                .isEqualTo(Recommendation.State.FORWARDED);
        assertThat(answered.correctForwarding(null, "x", DAY))
                .isEqualTo(refused(Refusal.ALREADY_ANSWERED));
        assertThat(answered.correctForwarding(DAY.plusDays(31), "x", DAY))
                .isEqualTo(refused(Refusal.ANSWERED_BEFORE_FORWARDED));
        assertThat(made.correctAnswer(declined, "x", DAY)).isEqualTo(refused(Refusal.NOT_ANSWERED));
    }
}
