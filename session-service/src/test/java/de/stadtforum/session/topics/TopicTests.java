package de.stadtforum.session.topics;

import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.session.TopicFact.Level;
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
}
