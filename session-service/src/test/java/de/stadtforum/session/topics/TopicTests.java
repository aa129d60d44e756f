package de.stadtforum.session.topics;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.contracts.session.TopicFact.PostponementWithdrawn;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.topics.Topic.Conclusion;
import de.stadtforum.session.topics.Topic.Option;
import de.stadtforum.session.topics.Topic.Refusal;
import org.junit.jupiter.api.Test;

class TopicTests {
    private final Topic topic =
            done(Topic.open(null, "t", "vollversammlung", "Wie geht es weiter?", DAY));
    private final Option council = new Option("beirat", "Ein Beirat", Level.CITY, "vv-3", DAY);

    @Test
    void endsInARecommendationAndTakesNoOptionsAfterwards() {
        var concluded = done(done(topic.deliberate(council)).conclude(new Conclusion("v", DAY)));

        assertThat(concluded.deliberate(council)).isEqualTo(unchanged());
        assertThat(concluded.deliberate(new Option("foren", "Foren", Level.DISTRICT, "vv-3", DAY)))
                .isEqualTo(refused(Refusal.TOPIC_CONCLUDED));
        assertThat(concluded.conclude(new Conclusion("w", DAY)))
                .isEqualTo(refused(Refusal.TOPIC_CONCLUDED));
    }

    @Test
    void itsTitleAndItsOptionsArePutRightUntilItIsConcluded() {
        var entered = done(topic.deliberate(council));
        assertThat(done(entered.correct("Wie weiter?", "kürzer", DAY)).title())
                .isEqualTo("Wie weiter?");
        var without = done(entered.withdrawOption("beirat", "Versehen", DAY));
        assertThat(without.options()).isEmpty();
        assertThat(without.corrections()).hasSize(1);
        assertThat(without.withdrawOption("beirat", "Versehen", DAY)).isEqualTo(unchanged());
        assertThat(topic.withdrawOption("beirat", "x", DAY))
                .isEqualTo(refused(Refusal.OPTION_UNKNOWN));

        var concluded = done(entered.conclude(new Conclusion("v", DAY)));
        assertThat(concluded.correct("Neu", "x", DAY)).isEqualTo(refused(Refusal.TOPIC_CONCLUDED));
        assertThat(concluded.withdrawOption("beirat", "x", DAY))
                .isEqualTo(refused(Refusal.TOPIC_CONCLUDED));
        assertThat(topic.deliberate(new Option("o", "O", Level.CITY, "vv", DAY.minusDays(1))))
                .isEqualTo(refused(Refusal.BEFORE_THE_TOPIC));
    }

    @Test
    void aPostponementIsTakenBackAndTheOneBeforeHoldsAgain() {
        var first = new Topic.Postponement("vv-1", DAY);
        var second = new Topic.Postponement("vv-2", DAY.plusDays(1));
        var twice = done(done(topic.postpone(first)).postpone(second));

        var once = (Changed<Topic>) twice.withdrawPostponement(second, "verwechselt", DAY);
        assertThat(once.facts())
                .containsExactly(new PostponementWithdrawn("vv-2", DAY.plusDays(1), DAY));
        assertThat(once.state().withdrawPostponement(second, "verwechselt", DAY))
                .isEqualTo(unchanged());
        assertThat(topic.withdrawPostponement(first, "x", DAY))
                .isEqualTo(refused(Refusal.NOT_POSTPONED_THEN));
    }
}
