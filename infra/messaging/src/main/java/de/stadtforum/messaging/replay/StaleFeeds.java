package de.stadtforum.messaging.replay;

import com.mongodb.MongoException;
import de.stadtforum.messaging.context.Background;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.log.BrokerUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rebuilds, beside the running ones, the feeds that are new or have learned new types, and those whose exchange was broken off: at start and
/// from time to time, for an instance may die in the middle of it. Removes what others left behind.
public final class StaleFeeds extends Background {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(StaleFeeds.class);
    private final Feeds feeds;
    private final Rebuilds rebuilds;
    private final Replays replays;
    private final Supplier<Set<String>> others;
    private final Duration listening;
    private final Duration between;

    /// @param others instances of this service that are there
    /// @param listening after this time every instance that is there was heard
    /// @param between so often it is looked whether another instance left an exchange unfinished
    public StaleFeeds(
            Feeds feeds,
            Rebuilds rebuilds,
            Replays replays,
            Supplier<Set<String>> others,
            Duration listening,
            Duration between) {
        this.feeds = feeds;
        this.rebuilds = rebuilds;
        this.replays = replays;
        this.others = others;
        this.listening = listening;
        this.between = between;
    }

    @Override
    protected void begin(Span now) {
        inBackground("rebuild", now, this::rebuild);
        inBackground("leftovers", now, this::removeLeftovers);
    }

    private void rebuild(Span span) throws InterruptedException {
        untilDone(span, "rebuilding", () -> rebuilds.run(feeds.toRebuild()));
        while (!span.endsWithin(between))
            untilDone(span, "rebuilding", () -> rebuilds.run(nobodys(stale())));
    }

    /// What a newer program has built is this one's again once that is gone.
    private List<Feed<?>> stale() {
        var stale = new ArrayList<>(feeds.toRebuild());
        if (others.get().isEmpty()) stale.addAll(feeds.ofNewerPrograms());
        return stale;
    }

    /// Those that no instance is about.
    private List<Feed<?>> nobodys(List<Feed<?>> stale) {
        return stale.stream()
                .filter(feed ->
                        rebuilds.of(feed.name()).map(Rebuild::running).filter(it -> it).isEmpty())
                .toList();
    }

    private void removeLeftovers(Span span) throws InterruptedException {
        if (!span.endsWithin(listening))
            untilDone(span, "removing", () -> replays.removeLeftovers(others.get()));
    }

    private static void untilDone(Span span, String what, Runnable work)
            throws InterruptedException {
        do {
            try {
                work.run();
                return;
            } catch (BrokerUnavailable | KafkaException | MongoException away) {
                LOG.warn("{} waits: {}", what, away.toString());
            }
        } while (!span.endsWithin(PAUSE));
    }
}
