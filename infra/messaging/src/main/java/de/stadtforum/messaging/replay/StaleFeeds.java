package de.stadtforum.messaging.replay;

import com.mongodb.MongoException;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.BrokerUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Rebuilds at start, beside the running ones, the feeds that are new or have learned new types; removes what others left behind.
public final class StaleFeeds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StaleFeeds.class);
    private final Feeds feeds;
    private final Rebuilds rebuilds;
    private final Replays replays;
    private final Supplier<Set<String>> others;
    private final Duration listening;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    /// @param others instances of this service that are there
    /// @param listening after this time every instance that is there was heard
    public StaleFeeds(
            Feeds feeds,
            Rebuilds rebuilds,
            Replays replays,
            Supplier<Set<String>> others,
            Duration listening) {
        this.feeds = feeds;
        this.rebuilds = rebuilds;
        this.replays = replays;
        this.others = others;
        this.listening = listening;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        var mine = stopped;
        if (!feeds.toRebuild().isEmpty())
            Thread.ofPlatform()
                    .daemon()
                    .name("rebuild")
                    .start(() ->
                            untilDone(mine, "rebuilding", () -> rebuilds.run(feeds.toRebuild())));
        Thread.ofPlatform().daemon().name("leftovers").start(() -> removeLeftovers(mine));
    }

    private void removeLeftovers(CountDownLatch end) {
        try {
            if (end.await(listening.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException _) {
            return;
        }
        untilDone(end, "removing", () -> replays.removeLeftovers(others.get()));
    }

    private static void untilDone(CountDownLatch end, String what, Runnable work) {
        while (end.getCount() > 0) {
            try {
                work.run();
                return;
            } catch (BrokerUnavailable | KafkaException | MongoException away) {
                LOG.warn("{} waits: {}", what, away.toString());
                try {
                    if (end.await(1, TimeUnit.SECONDS)) return;
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
