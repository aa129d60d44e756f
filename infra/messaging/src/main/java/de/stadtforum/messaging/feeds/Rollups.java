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

    /// Of the time that it took.
    private static final int REST = 9;

    /// A hearing of a million facts is over by then; what comes after it counts them once.
    private static final Duration LONGEST = Duration.ofMinutes(15);

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
                    var took = Duration.ZERO;
                    while (!gathered(span, took)) {
                        written.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                        written.drainPermits();
                        var since = System.nanoTime();
                        rollMarked();
                        took = Duration.ofNanos(System.nanoTime() - since);
                    }
                });
    }

    /// While a service takes a log that it is far behind, each key changes again and again, and would be computed as often: then a tenth of the
    /// time goes into that, or more where a tenth would leave it for too long, until it has caught up.
    ///
    /// @return whether it is the end
    private boolean gathered(Span span, Duration took) throws InterruptedException {
        var rest = took.multipliedBy(REST);
        var until = System.nanoTime() + (rest.compareTo(LONGEST) < 0 ? rest : LONGEST).toNanos();
        do {
            if (span.endsWithin(GATHERED)) return true;
        } while (feeds.isCatchingUp() && System.nanoTime() < until);
        return false;
    }

    /// Once for each key that is due; what fails comes again and holds up no other feed.
    void rollMarked() {
        for (var feed : feeds.all())
            try {
                feed.rollMarked();
            } catch (RuntimeException failed) {
                LOG.warn("a rollup of {} waits: {}", feed.name(), failed.toString());
            }
    }
}
