package de.stadtforum.messaging.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Topic;
import de.stadtforum.messaging.feeds.DeadLetters;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.FoldNotKept;
import de.stadtforum.messaging.feeds.Rollup;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.log.LogReader;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.log.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log from its first fact: to rebuild a feed beside the running one, or to prove what a report said.
public final class Replays {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REPLAY = "replay-";
    private static final String AFTER_REPLAYS = "replay.";
    private final Map<String, Object> kafka;
    private final MongoDatabase database;
    private final Feeds feeds;
    private final DeadLetters deadLetters;
    private final List<String> heard;
    private final String me;
    private final Supplier<Set<String>> others;

    /// @param me this instance, as the others know it
    /// @param others the instances of this service that are there
    public Replays(
            Map<String, Object> kafka,
            MongoDatabase database,
            Feeds feeds,
            DeadLetters deadLetters,
            Topics topics,
            String me,
            Supplier<Set<String>> others) {
        this.me = me;
        this.others = others;
        this.kafka = kafka;
        this.database = database;
        this.feeds = feeds;
        this.deadLetters = deadLetters;
        this.heard = topics.heard().stream().map(Topic::name).sorted().toList();
    }

    /// The feeds as they were at certain ends of the log; kept in collections of their own until closed.
    public static final class Snapshot implements AutoCloseable {
        private final Map<String, Feed<?>> byName = new LinkedHashMap<>();
        private final MongoCollection<Document> building;

        private Snapshot(MongoCollection<Document> building) {
            this.building = building;
        }

        /// The feed of the same name as it was.
        ///
        /// @throws FoldNotKept when its fold made documents of another kind then
        @SuppressWarnings("unchecked")
        public <P> Feed<P> of(Feed<P> running) {
            var feed = byName.get(running.name());
            if (feed == null)
                throw new IllegalArgumentException(running.name() + " was not replayed");
            if (!running.isLike(feed)) throw new FoldNotKept(running.name(), feed.version());
            return (Feed<P>) feed;
        }

        /// A feed as it was, with a fold of then whose documents were of another kind than today's.
        ///
        /// @throws FoldNotKept when they are not of this kind
        @SuppressWarnings("unchecked")
        public <P> Feed<P> former(String name, Class<P> state) {
            var feed = byName.get(name);
            if (feed == null) throw new IllegalArgumentException(name + " was not replayed");
            if (!feed.keeps(state)) throw new FoldNotKept(name, feed.version());
            return (Feed<P>) feed;
        }

        /// What was kept by key of it.
        public <P, L, R> Rollup<P, L, R> of(Feed<P> running, Rollup<P, L, R> kept) {
            return of(running).same(kept);
        }

        /// To be asked after the last reading: another instance may take this one for dead and remove what it built.
        ///
        /// @throws BrokerUnavailable when it did
        public void requireStillThere() {
            byName.values().forEach(feed -> Replays.requireStillThere(building, feed));
        }

        @Override
        public void close() {
            byName.values()
                    .forEach(feed -> {
                        feed.dropCollection();
                        building.deleteOne(eq("_id", feed.collectionName()));
                    });
        }
    }

    /// Where the log ends now: `topic/partition` to offset, ordered; the point that a released report records.
    public SortedMap<String, Long> ends() {
        try (var log = new LogReader(kafka)) {
            var ends = new TreeMap<String, Long>();
            log.ends(heard)
                    .forEach((partition, end) ->
                            ends.put(partition.topic() + "/" + partition.partition(), end));
            return ends;
        }
    }

    /// Where the log ends now, with today's folds of these feeds and what was dropped of them until now.
    public ReplayPoint now(Collection<? extends Feed<?>> wanted) {
        var folds = new TreeMap<String, Integer>();
        wanted.forEach(feed -> folds.put(feed.name(), feed.version()));
        return new ReplayPoint(ends(), folds, deadLetters.droppedFacts(folds.keySet()));
    }

    /// Folds these feeds from the first fact up to the recorded ends, as folds and drops are today.
    public Snapshot upTo(
            SortedMap<String, Long> ends, Collection<? extends Feed<?>> wanted, String label) {
        return upTo(ReplayPoint.upTo(ends), wanted, label, LogReader.Progress.UNSEEN);
    }

    /// Folds these feeds from the first fact up to that point. If it fails, nothing of it is left.
    ///
    /// @throws FoldNotKept when the program does not have a fold any more
    public Snapshot upTo(
            ReplayPoint point,
            Collection<? extends Feed<?>> wanted,
            String label,
            LogReader.Progress progress) {
        var snapshot = new Snapshot(building());
        try {
            wanted.forEach(feed -> snapshot.byName.put(feed.name(), replayed(feed, point, label)));
            read(point.ends(), snapshot, progress);
            snapshot.byName.values().forEach(Feed::rollWritten);
            snapshot.requireStillThere();
            return snapshot;
        } catch (RuntimeException failed) {
            snapshot.close();
            throw failed;
        }
    }

    private Feed<?> replayed(Feed<?> feed, ReplayPoint point, String label) {
        var version = point.folds().getOrDefault(feed.name(), feed.version());
        feed.requireVersion(version);
        var name = REPLAY + label + "-" + feed.name() + "~" + me + "~" + number();
        building().insertOne(new Document("_id", name));
        var drops = point.drops();
        return drops == null
                ? feed.beside(name, Feed.Use.REPLAY, version)
                : feed.replayed(name, version, drops);
    }

    private void read(
            SortedMap<String, Long> ends, Snapshot snapshot, LogReader.Progress progress) {
        var partitions = new LinkedHashMap<TopicPartition, Long>();
        ends.forEach((place, end) -> {
            var slash = place.lastIndexOf('/');
            partitions.put(
                    new TopicPartition(
                            place.substring(0, slash),
                            Integer.parseInt(place.substring(slash + 1))),
                    end);
        });
        try (var log = new LogReader(kafka)) {
            log.read(
                    Map.of(),
                    partitions,
                    PATIENCE,
                    poll -> give(poll, snapshot.byName.values()),
                    progress);
        }
    }

    /// What replays left behind whose instance died in the middle: for whoever alone may replay, with the word of a lease.
    public void removeLeftReplays() {
        // a killed instance may not have come to make the collection
        building().deleteMany(and(gte("_id", REPLAY), lt("_id", AFTER_REPLAYS)));
        for (var name : database.listCollectionNames().into(new ArrayList<>()))
            if (name.startsWith(REPLAY)) {
                database.getCollection(name).drop();
                LOG.info("removed {}, which a replay left behind", name);
            }
    }

    /// Builds the feeds anew beside the running ones, then exchanges them; the old collections are gone afterwards.
    ///
    /// Where there are other instances it takes two seconds longer than the reading: they get the time to see the exchange.
    public void rebuild(Collection<? extends Feed<?>> stale) {
        rebuild(stale, LogReader.Progress.UNSEEN);
    }

    void rebuild(Collection<? extends Feed<?>> stale, LogReader.Progress progress) {
        if (stale.isEmpty()) return;
        var rebuilt = new LinkedHashMap<Feed<?>, Feed<?>>();
        var old = new TreeSet<String>();
        for (var feed : stale) {
            // a name of its own: another process may be at the same work
            var name = feed.name() + "~" + me + "~" + number();
            building().insertOne(new Document("_id", name));
            rebuilt.put(feed, feed.beside(name, Feed.Use.REBUILD));
        }
        try (var log = new LogReader(kafka)) {
            var ends = log.ends(heard);
            log.read(Map.of(), ends, PATIENCE, poll -> give(poll, rebuilt.values()), progress);
            rebuilt.values().forEach(Feed::rollWritten);
            rebuilt.forEach((running, beside) ->
                    running.exchange(() -> {
                        log.read(
                                ends,
                                log.ends(heard),
                                PATIENCE,
                                poll -> give(poll, List.of(beside)));
                        beside.rollWritten();
                        requireStillThere(building(), beside);
                        var before = feeds.collectionNow(running.name());
                        old.add(before);
                        feeds.leftBehind(running).ifPresent(old::add);
                        feeds.registered(running, beside.collectionName(), before);
                        deadLetters.handOver(beside.collectionName(), running.name());
                    }));
            awaitThatOthersSaw();
            // what another process still wrote to the old collection comes again
            log.read(ends, log.ends(heard), PATIENCE, poll -> give(poll, rebuilt.values()));
            rebuilt.values().forEach(Feed::rollWritten);
        }
        rebuilt.values().forEach(beside -> old.add(beside.collectionName()));
        rebuilt.forEach((feed, beside) -> {
            deadLetters.handOver(beside.collectionName(), feed.name());
            // another process may have exchanged it once more
            old.remove(feeds.collectionNow(feed.name()));
        });
        // names in it were not forgotten with the others; until it is gone the register says that
        // the exchange is not finished
        old.forEach(this::drop);
        rebuilt.forEach((feed, besideIt) -> {
            var beside = besideIt.collectionName();
            if (feeds.collectionNow(feed.name()).equals(beside))
                feeds.registered(feed, beside, null);
            deadLetters.aggregatesOf(feed.name()).forEach(feed::replay);
            LOG.info("feed {} was rebuilt into {}", feed.name(), beside);
        });
    }

    /// What is being built now; whoever removes it as left behind takes it out here first.
    private MongoCollection<Document> building() {
        return database.getCollection("building");
    }

    private static void requireStillThere(MongoCollection<Document> building, Feed<?> beside) {
        if (building.find(eq("_id", beside.collectionName())).first() == null)
            throw new BrokerUnavailable(
                    "another instance took this one for dead and removed what it built",
                    new IllegalStateException(beside.collectionName()));
    }

    private void awaitThatOthersSaw() {
        // one that starts just now hears nothing before it is known
        if (others.get().isEmpty()) return;
        try {
            TimeUnit.MILLISECONDS.sleep(4 * Feed.LOOK.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrokerUnavailable("interrupted", interrupted);
        }
    }

    /// What rebuilds and replays of instances that are gone left behind: it holds names that were not forgotten with the others.
    ///
    /// @param others instances that are there
    void removeLeftovers(Set<String> others) {
        var kept = feeds.collections();
        for (var name : database.listCollectionNames().into(new ArrayList<>())) {
            if (kept.contains(Rollup.feedOf(name)) || !isLeftBehind(name, others)) continue;
            building().deleteOne(eq("_id", name));
            if (feeds.collections().contains(Rollup.feedOf(name))) continue; // exchanged just now
            database.getCollection(name).drop();
            LOG.info("removed {}, which a rebuild or replay left behind", name);
        }
        for (var name : deadLetters.feeds())
            if (!kept.contains(name) && isLeftBehind(name, others)) deadLetters.forgetAllOf(name);
    }

    /// With what is kept by key of it.
    private void drop(String collection) {
        for (var name : database.listCollectionNames().into(new ArrayList<>()))
            if (Rollup.feedOf(name).equals(collection)) database.getCollection(name).drop();
    }

    /// Short, for stores limit how long the name of a collection and of its indexes is.
    private static String number() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /// `feed~instance~number`, as rebuilds and replays name their collections; older programs named no instance.
    private boolean isLeftBehind(String collection, Set<String> others) {
        var parts = collection.split("~", -1);
        var replay = parts[0].startsWith(REPLAY);
        if (!replay && (parts.length == 1 || !feeds.has(parts[0]))) return false;
        return parts.length < 3 || !parts[1].equals(me) && !others.contains(parts[1]);
    }

    private void give(List<LogRecord> poll, Collection<? extends Feed<?>> beside) {
        var byOwner = Feeds.understood(poll, (_, _) -> {}); // whoever heard it live has kept it
        for (var feed : new ArrayList<>(beside)) {
            var share = byOwner.get(feed.owner());
            if (share != null) feed.take(share);
        }
    }
}
