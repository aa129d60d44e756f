package de.stadtforum.messaging.feeds;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Tries again what the own service refused to let follow from a fact: something else may have had to come first.
public final class Retries implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private final Feeds feeds;
    private final DeadLetters deadLetters;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    public Retries(Feeds feeds, DeadLetters deadLetters) {
        this.feeds = feeds;
        this.deadLetters = deadLetters;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        var mine = stopped;
        Thread.ofPlatform().daemon().name("retries").start(() -> run(mine));
    }

    private void run(CountDownLatch end) {
        try {
            while (!end.await(500, TimeUnit.MILLISECONDS)) {
                try {
                    tryAgain();
                } catch (RuntimeException failed) { // it comes again
                    LOG.warn("trying again waits: {}", failed.toString());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
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

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
