package de.stadtforum.messaging.operation;

import com.mongodb.MongoException;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.outbox.OutboxRelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.KafkaException;

/// How much waits to be told and heard, looked up when somebody reads the meters, and not more often than every five seconds.
/// What cannot be looked up has no value.
public final class FactMeters implements MeterBinder {
    private static final long FRESH_NS = TimeUnit.SECONDS.toNanos(5);
    private final OutboxRelay relay;
    private final Lag lag;
    private final Feeds feeds;
    private final DeadLetters deadLetters;
    private Look look = new Look(Double.NaN, Double.NaN, Map.of(), Map.of());
    private long lookedAt = System.nanoTime() - 2 * FRESH_NS;

    private record Look(
            double waiting,
            double oldestSeconds,
            Map<String, Long> behind,
            Map<String, Long> letters) {}

    public FactMeters(OutboxRelay relay, Lag lag, Feeds feeds, DeadLetters deadLetters) {
        this.relay = relay;
        this.lag = lag;
        this.feeds = feeds;
        this.deadLetters = deadLetters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "stadtforum.facts.waiting", "aggregates", Look::waiting);
        gauge(registry, "stadtforum.facts.waiting.oldest", "seconds", Look::oldestSeconds);
        for (var feed : List.copyOf(feeds.all())) {
            Gauge.builder("stadtforum.feed.lag", this, it -> it.behind(feed))
                    .tag("feed", feed.name())
                    .description("records of its topics that the feed has not taken yet")
                    .register(registry);
            Gauge.builder("stadtforum.dead.letters", this, it -> it.letters(feed))
                    .tag("feed", feed.name())
                    .register(registry);
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String unit, ToDoubleFunction<Look> value) {
        Gauge.builder(name, this, it -> value.applyAsDouble(it.look()))
                .baseUnit(unit)
                .register(registry);
    }

    private double behind(Feed<?> feed) {
        var behind = look().behind;
        return behind.isEmpty() ? Double.NaN : lag.of(feed.owner(), behind);
    }

    private double letters(Feed<?> feed) {
        return look().letters.getOrDefault(feed.name(), 0L);
    }

    private synchronized Look look() {
        if (System.nanoTime() - lookedAt < FRESH_NS) return look;
        lookedAt = System.nanoTime();
        Map<String, Long> behind;
        try {
            behind = lag.byTopic();
        } catch (BrokerUnavailable | KafkaException away) {
            behind = Map.of();
        }
        try {
            look =
                    new Look(
                            relay.waiting(),
                            relay.oldestPending().toMillis() / 1000.0,
                            behind,
                            deadLetters.counts(feeds.names()));
        } catch (MongoException away) {
            look = new Look(Double.NaN, Double.NaN, behind, Map.of());
        }
        return look;
    }
}
