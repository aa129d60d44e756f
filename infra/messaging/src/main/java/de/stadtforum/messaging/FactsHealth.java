package de.stadtforum.messaging;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Says what is wrong with the telling and hearing of facts, by name.
final class FactsHealth implements HealthIndicator {
    private static final Duration LATE = Duration.ofMinutes(1);
    private final Relay relay;
    private final TopicGuard guard;
    private final Feeds feeds;
    private final DeadLetters deadLetters;

    FactsHealth(Relay relay, TopicGuard guard, Feeds feeds, DeadLetters deadLetters) {
        this.relay = relay;
        this.guard = guard;
        this.feeds = feeds;
        this.deadLetters = deadLetters;
    }

    @Override
    public Health health() {
        var wrong = new TreeMap<String, Object>();
        try {
            if (!guard.aheadOfDocuments().isEmpty())
                wrong.put("logAheadOfDocuments", guard.aheadOfDocuments());
            guard.limitedRetention().ifPresent(topic -> wrong.put("limitedRetention", topic));
            if (relay.oldestPending().compareTo(LATE) > 0)
                wrong.put("factsWaitSince", relay.oldestPending().toString());
            feeds.all()
                    .forEach(feed -> {
                        var stopped = feed.stopped();
                        if (!stopped.isEmpty()) wrong.put("stopped." + feed.name(), stopped);
                    });
            var alarms =
                    deadLetters.all().stream()
                            .filter(letter ->
                                    letter.cause() == DeadLetter.Cause.DIVERGED
                                            || letter.cause()
                                                    == DeadLetter.Cause.UNREADABLE_ENVELOPE)
                            .map(DeadLetter::id)
                            .toList();
            if (!alarms.isEmpty()) wrong.put("alarms", alarms);
        } catch (MongoException away) {
            wrong.put("database", "away");
        }
        return (wrong.isEmpty() ? Health.up() : Health.down()).withDetails(wrong).build();
    }
}
