package de.stadtforum.messaging.replay;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.log.LogReader;
import de.stadtforum.messaging.replay.Rebuild.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rebuilds feeds one after another, in the background where an operator asks; every process of the service sees how far it has come.
public final class Rebuilds {
    /// Whoever rebuilds says so more often than this.
    public static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final long BETWEEN_NS = Duration.ofMillis(300).toNanos();
    private final MongoCollection<Document> states;
    private final Replays replays;
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public Rebuilds(MongoDatabase database, Replays replays) {
        this.states = database.getCollection("rebuilds");
        this.replays = replays;
    }

    public Optional<Rebuild> of(String feed) {
        return Optional.ofNullable(states.find(eq(feed)).first()).map(Rebuilds::state);
    }

    /// Asking again while it runs changes nothing.
    public void start(Feed<?> feed) {
        if (of(feed.name()).filter(it -> it.state() == State.RUNNING).isPresent()
                || !asked.add(feed.name())) return;
        begin(feed, State.WAITING);
        Thread.ofPlatform()
                .daemon()
                .name("rebuild-" + feed.name())
                .start(() -> {
                    try {
                        run(List.of(feed));
                    } catch (RuntimeException failed) { // the page says so too
                        LOG.error("feed {} was not rebuilt", feed.name(), failed);
                    } finally {
                        asked.remove(feed.name());
                    }
                });
    }

    /// Waits for its turn, and until the feeds are rebuilt.
    void run(Collection<? extends Feed<?>> feeds) {
        if (feeds.isEmpty()) return;
        awaitTurn(feeds);
        try {
            feeds.forEach(feed -> begin(feed, State.RUNNING));
            replays.rebuild(feeds, progress(feeds));
            feeds.forEach(feed -> end(feed, State.DONE, null));
        } catch (RuntimeException failed) {
            feeds.forEach(feed -> end(feed, State.FAILED, failed.getClass().getSimpleName()));
            throw failed;
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn(Collection<? extends Feed<?>> feeds) {
        try {
            while (!turn.tryLock(SILENCE.toSeconds() / 3, TimeUnit.SECONDS))
                for (var feed : feeds)
                    states.updateOne(
                            eq(feed.name()), Updates.set("seen", System.currentTimeMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("interrupted", interrupted);
        }
    }

    private LogReader.Progress progress(Collection<? extends Feed<?>> feeds) {
        return new LogReader.Progress() {
            private long saidAt = System.nanoTime() - BETWEEN_NS;

            @Override
            public void at(long read, long all) {
                if (System.nanoTime() - saidAt < BETWEEN_NS && read < all) return;
                saidAt = System.nanoTime();
                for (var feed : feeds)
                    states.updateOne(
                            eq(feed.name()),
                            Updates.combine(
                                    Updates.set("read", read),
                                    Updates.set("all", all),
                                    Updates.set("seen", System.currentTimeMillis())));
            }
        };
    }

    private void begin(Feed<?> feed, State state) {
        var now = System.currentTimeMillis();
        var document =
                new Document("_id", feed.name())
                        .append("state", state.name())
                        .append("read", 0L)
                        .append("all", 0L)
                        .append("started", now)
                        .append("seen", now);
        states.replaceOne(eq(feed.name()), document, new ReplaceOptions().upsert(true));
    }

    private void end(Feed<?> feed, State state, @Nullable String failure) {
        states.updateOne(
                eq(feed.name()),
                Updates.combine(
                        Updates.set("state", state.name()),
                        Updates.set("ended", System.currentTimeMillis()),
                        Updates.set("failure", failure)));
    }

    private static Rebuild state(Document document) {
        var ended = document.get("ended", Number.class);
        var state = State.valueOf(document.getString("state"));
        var silent = System.currentTimeMillis() - number(document, "seen") > SILENCE.toMillis();
        return new Rebuild(
                document.getString("_id"),
                (state == State.RUNNING || state == State.WAITING) && silent
                        ? State.BROKEN_OFF
                        : state,
                number(document, "read"),
                number(document, "all"),
                Instant.ofEpochMilli(number(document, "started")),
                ended == null ? null : Instant.ofEpochMilli(ended.longValue()),
                document.getString("failure"));
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }
}
