package de.stadtforum.messaging.feeds;

import de.stadtforum.messaging.context.Background;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tries again what the own service refused to let follow from a fact: something else may have had to come first.
public final class Retries extends Background {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private final Feeds feeds;
    private final DeadLetters deadLetters;

    public Retries(Feeds feeds, DeadLetters deadLetters) {
        this.feeds = feeds;
        this.deadLetters = deadLetters;
    }

    @Override
    protected void begin(Span now) {
        inBackground(
                "retries",
                now,
                span -> {
                    while (!span.endsWithin(PAUSE)) {
                        try {
                            tryAgain();
                        } catch (RuntimeException failed) { // it comes again
                            LOG.warn("trying again waits: {}", failed.toString());
                        }
                    }
                });
    }

    /// Once for each aggregate whose pause is over.
    void tryAgain() {
        deadLetters.due().stream()
                .filter(letter -> feeds.has(letter.feed()))
                .map(letter -> new Place(letter.feed(), letter.aggregate()))
                .distinct()
                .forEach(place -> feeds.named(place.feed).replay(place.aggregate));
    }

    private record Place(String feed, String aggregate) {}
}
