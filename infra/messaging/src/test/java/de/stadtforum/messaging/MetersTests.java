package de.stadtforum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.Broker;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.operation.FactMeters;
import de.stadtforum.messaging.operation.Lag;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.testing.TestPlatform;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetersTests {
    private final TellingProcess process = new TellingProcess("meters-" + UUID.randomUUID());

    @AfterEach
    void close() {
        process.close();
    }

    private double counted(String outcome, String rule) {
        return process.registry
                .get("stadtforum.commands")
                .tags("kind", "boxes", "outcome", outcome, "rule", rule)
                .counter()
                .count();
    }

    @Test
    void countsWhatWasDecidedAndWhyNot() {
        process.boxes.create("a", _ -> Box.open("a"));
        process.boxes.decide("a", box -> box.cast("ada"));
        process.boxes.decide("a", box -> box.cast("ada"));
        process.boxes.decide("a", box -> box.cast(" "));
        process.boxes.decide("none", box -> box.cast("ada"));

        assertThat(counted("changed", "")).isEqualTo(2);
        assertThat(counted("unchanged", "")).isEqualTo(1);
        assertThat(counted("refused", "NO_NAME")).isEqualTo(1);
        assertThat(counted("refused", "NOT_FOUND")).isEqualTo(1);
    }

    @Test
    void saysHowManyCommandsWereWrittenTogetherAndHowManyFactsWereTold() throws Exception {
        process.started();
        process.boxes.create("a", _ -> Box.open("a"));
        AggregateStoreTests.atOnce(
                IntStream.range(0, 300)
                        .<Callable<Decision<Box>>>mapToObj(
                                i -> () -> process.boxes.decide("a", box -> box.cast("v-" + i)))
                        .toList());
        await().until(process::allTold);

        var folded = process.registry.get("stadtforum.commands.folded").summary();
        assertThat(folded.totalAmount()).isEqualTo(301);
        assertThat(folded.max()).isGreaterThan(1);
        await().untilAsserted(() ->
                assertThat(process.registry.get("stadtforum.relay.told").counter().count())
                        .isGreaterThanOrEqualTo(301));
    }

    @Test
    void saysWhatWaitsHowFarFeedsAreBehindAndNothingWhenTheBrokerIsAway() {
        MongoDatabase heard =
                process.client.getDatabase(TestPlatform.own("meters-" + UUID.randomUUID()));
        var letters = new DeadLetters(heard);
        var feeds =
                new Feeds(
                        heard,
                        letters,
                        FactMapper.create(),
                        Teller.SESSION,
                        TellingProcess.SOURCES,
                        new PlatformClock(null),
                        Meters.unseen(),
                        Spans.NONE);
        feeds.of(VotingFact.class).into("turnout", Turnout.NONE, Turnout::after);
        var topics = new Topics(Teller.SESSION, process.topic, List.of());
        process.boxes.create("b", _ -> Box.open("b"));
        process.started();
        await().until(process::allTold);
        process.relay.stop();
        process.boxes.create("a", _ -> Box.open("a"));

        var seen = new SimpleMeterRegistry();
        new FactMeters(process.relay, new Lag(process.broker, "nobody", topics), feeds, letters)
                .bindTo(seen);
        assertThat(seen.get("stadtforum.facts.waiting").gauge().value()).isEqualTo(1);
        assertThat(seen.get("stadtforum.feed.lag").tag("feed", "turnout").gauge().value())
                .isEqualTo(1);
        assertThat(seen.get("stadtforum.dead.letters").tag("feed", "turnout").gauge().value())
                .isZero();

        try (var nobody = new Broker(Map.of("bootstrap.servers", "127.0.0.1:1"))) {
            var blind = new SimpleMeterRegistry();
            new FactMeters(process.relay, new Lag(nobody, "nobody", topics), feeds, letters)
                    .bindTo(blind);
            assertThat(blind.get("stadtforum.feed.lag").gauge().value()).isNaN();
            assertThat(blind.get("stadtforum.facts.waiting").gauge().value()).isEqualTo(1);
        }
    }
}
