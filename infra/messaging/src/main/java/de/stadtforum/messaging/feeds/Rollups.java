package de.stadtforum.messaging.feeds;

import de.stadtforum.messaging.context.Background;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes the rollups of a service again where something changed: bursts are gathered for a fifth of a second, and what a process that is
/// gone left is found within a second of its time.
public final class Rollups extends Background {
    static final Duration GATHERED = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Rollups.class);
    private final Feeds feeds;
    private final Semaphore written = new Semaphore(0);

    public Rollups(Feeds feeds) {
        this.feeds = feeds;
        feeds.onTaken(written::release);
    }

    @Override
    protected void begin(Span now) {
        inBackground(
                "rollups",
                now,
                span -> {
                    while (!span.endsWithin(GATHERED)) {
                        written.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                        written.drainPermits();
                        try {
                            rollMarked();
                        } catch (RuntimeException failed) { // it comes again
                            LOG.warn("a rollup waits: {}", failed.toString());
                        }
                    }
                });
    }

    /// Once for each key that is due.
    void rollMarked() {
        for (var feed : feeds.all()) feed.rollMarked();
    }
}
