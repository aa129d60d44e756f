package de.stadtforum.session.recommendations;

import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.session.recommendations.Recommendation.Made;
import de.stadtforum.session.recommendations.Recommendation.Refusal;
import de.stadtforum.session.recommendations.Recommendation.Reply;
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
}
