package de.stadtforum.messaging.replay;

import com.mongodb.MongoException;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.BrokerUnavailable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Rebuilds at start, beside the running ones, the feeds that are new or have learned new types.
public final class StaleFeeds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StaleFeeds.class);
    private final Feeds feeds;
    private final Rebuilds rebuilds;
    private volatile boolean running;

    public StaleFeeds(Feeds feeds, Rebuilds rebuilds) {
        this.feeds = feeds;
        this.rebuilds = rebuilds;
    }

    @Override
    public void start() {
        running = true;
        if (!feeds.toRebuild().isEmpty())
            Thread.ofPlatform().daemon().name("rebuild").start(this::rebuild);
    }

    private void rebuild() {
        while (running) {
            try {
                rebuilds.run(feeds.toRebuild());
                return;
            } catch (BrokerUnavailable | KafkaException | MongoException away) {
                LOG.warn("rebuilding waits: {}", away.toString());
                try {
                    TimeUnit.SECONDS.sleep(1);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
