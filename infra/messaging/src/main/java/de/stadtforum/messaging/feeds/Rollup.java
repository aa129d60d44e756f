package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.documents.Changes;
import de.stadtforum.messaging.documents.Index;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a feed keeps by key. A key is computed again soon after one of its documents changed, from what changed where its lines are still
/// in memory, else from all of its documents; what stands is never newer than a document and a crash costs a second computation.
public final class Rollup<P, L, R> {
    private static final int ATTEMPTS = 20;
    private static final int DUPLICATE = 11000;
    private static final int MOST_KEYS = 5_000;

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration LOOK_BACK = Duration.ofSeconds(30);

    /// When something was written, where an older program wrote it.
    private static final Long NOT_SAID = 1L;

    /// What stands for a key may have thousands of parts, and all that is read at once is in memory as documents, here and in the store.
    private static final int READ_AT_ONCE = 10;

    // of about 150 bytes each
    private static final long MOST_LINES = 150_000;
    private final Rolling<P, L, R> rolling;
    private final Feed<P> feed;
    private final Function<String, MongoCollection<Document>> collections;
    private final JsonMapper mapper;
    private final Set<String> dirty = new LinkedHashSet<>();
    private volatile @Nullable Remembered<R> remembered;
    private final ReentrantLock turn = new ReentrantLock();
    private final Cache<Place, Lines> busy =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_LINES)
                    .weigher((Place _, Lines lines) -> lines.byId.size() + 1)
                    .build();

    private record Place(String collection, String key) {}

    /// @param collections gives a collection of the database by name
    Rollup(
            Rolling<P, L, R> rolling,
            Feed<P> feed,
            Function<String, MongoCollection<Document>> collections,
            JsonMapper mapper) {
        this.rolling = rolling;
        this.feed = feed;
        this.collections = collections;
        this.mapper = mapper;
    }

    public String name() {
        return feed.name() + "+" + rolling.name();
    }

    /// What stands for this key.
    public R of(String key) {
        var stored = stands().find(eq(key)).first();
        return stored == null ? rolling.zero() : stateOf(stored);
    }

    /// What stands, by key; read is what changed since it was asked last, and every half a minute a minute more, for clocks that differ. Where nothing
    /// changed it costs next to nothing, however much stands.
    ///
    /// @throws IllegalStateException where there are more than 5,000 keys
    public Map<String, R> all() {
        var stands = stands();
        var before = remembered;
        var place = stands.getNamespace().getCollectionName();
        if (before == null || !before.collection.equals(place))
            before = new Remembered<>(place, new TreeMap<>(), 0, 0);
        var known = new TreeMap<>(before.byKey);
        var old = new ArrayList<String>();
        var begin = System.currentTimeMillis();
        var looksBack = begin - before.lookedBack > LOOK_BACK.toMillis();
        var reach = looksBack ? Changes.OVERLAP : AT_ONCE;
        for (var each : written(stands, before.at, reach)) {
            var stand = known.get(each.getString("_id"));
            if (stand == null || !stand.write.equals(each.getString("write")))
                old.add(each.getString("_id"));
        }
        for (var from = 0; from < old.size(); from += READ_AT_ONCE)
            stands.find(in("_id", old.subList(from, Math.min(old.size(), from + READ_AT_ONCE))))
                    .forEach(each ->
                            known.put(
                                    each.getString("_id"),
                                    new Stand<>(each.getString("write"), stateOf(each))));
        if (known.size() > MOST_KEYS)
            throw new IllegalStateException(name() + " has more than " + MOST_KEYS + " keys");
        remembered = new Remembered<>(place, known, begin, looksBack ? begin : before.lookedBack);
        var all = new LinkedHashMap<String, R>();
        known.forEach((key, stand) -> all.put(key, stand.state));
        return all;
    }

    /// What may have been written since then, with its `write`; at first all.
    private List<Document> written(MongoCollection<Document> stands, long since, Duration reach) {
        var written = new ArrayList<Document>();
        var kept = Projections.include("write");
        if (since > 0) {
            stands.find(gte("changed", since - reach.toMillis())).projection(kept).into(written);
            // as older programs write them
            stands.find(eq("changed", null)).projection(kept).into(written);
        } else {
            stands.updateMany(eq("changed", null), Updates.set("changed", NOT_SAID));
            stands.find()
                    .projection(kept)
                    .sort(Sorts.ascending("_id"))
                    .limit(MOST_KEYS + 1)
                    .into(written);
        }
        return written;
    }

    /// @param write of its own with each computation
    private record Stand<R>(String write, R state) {}

    /// @param at when it was read, in milliseconds since 1970
    /// @param lookedBack when it was read with what clocks that differ may have hidden
    private record Remembered<R>(
            String collection, SortedMap<String, Stand<R>> byKey, long at, long lookedBack) {}

    private R stateOf(Document stored) {
        return Feed.stateOf(mapper, stored, rolling.zero());
    }

    Rolling<P, L, R> rolling() {
        return rolling;
    }

    Class<?> type() {
        return rolling.zero().getClass();
    }

    void createIndexes() {
        var key = "state." + rolling.field();
        Index.create(feed.current(), Index.on(key, "changed", "_id"));
        Index.create(stands(), Index.on("changed"));
        if (feed.isLive()) marks().createIndexes();
    }

    void drop() {
        stands().drop();
        marks().drop();
        busy.invalidateAll();
    }

    int uncounted() {
        return marks().count();
    }

    Duration uncountedFor() {
        return marks().oldest();
    }

    private MongoCollection<Document> stands() {
        return collections.apply(collection(feed.collectionName(), rolling.name()));
    }

    private Marks marks() {
        return new Marks(
                collections.apply(collection(feed.collectionName(), rolling.name()) + "+marks"));
    }

    private static String collection(String feedCollection, String name) {
        return feedCollection + "+" + name;
    }

    /// The collection of the feed that a collection belongs to: itself, or what is kept by key of it.
    public static String feedOf(String collection) {
        return collection.split("\\+", 2)[0];
    }

    /// The keys that a write concerns: those before it and those after it.
    final class Write {
        private final Set<String> keys = new TreeSet<>();
        private final Set<String> left = new TreeSet<>();
        private @Nullable String mark;

        void concerns(@Nullable P before, P after) {
            var old = before == null ? null : rolling.key().apply(before);
            var now = rolling.key().apply(after);
            if (now != null) keys.add(now);
            if (old == null || old.equals(now)) return;
            keys.add(old);
            left.add(old);
        }

        void begin() {
            if (!keys.isEmpty() && feed.isLive()) mark = marks().before(keys, left);
        }

        /// Also where it is not sure whether something was written.
        void end() {
            if (mark != null) marks().written(mark, keys, left);
            else remember(keys);
        }
    }

    private void remember(Collection<String> keys) {
        synchronized (dirty) {
            dirty.addAll(keys);
        }
    }

    /// Computes each key once that was written to since it was asked last: for a collection that nobody else writes to.
    void rollWritten() {
        List<String> keys;
        synchronized (dirty) {
            keys = List.copyOf(dirty);
            dirty.clear();
        }
        keys.forEach(key -> roll(key, true));
    }

    /// Computes each key once whose marks are due.
    ///
    /// @return how many keys there were
    int rollMarked() {
        turn.lock();
        try {
            var marks = marks();
            var due = marks.due();
            due.keys().forEach(this::roll);
            marks.remove(due);
            return due.keys().size();
        } finally {
            turn.unlock();
        }
    }

    /// Of two processes that compute the same key one begins again: lines that the other knows to have left may still be in its memory.
    private void roll(String key, boolean moved) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) if (rolled(key, moved)) return;
        throw new IllegalStateException("another process wins again and again");
    }

    private boolean rolled(String key, boolean moved) {
        var stands = stands();
        var before =
                stands.find(eq(key)).projection(Projections.include("generation", "write")).first();
        var known = before == null ? null : before.getString("generation");
        var generation = moved || known == null ? UUID.randomUUID().toString() : known;
        var place = new Place(stands.getNamespace().getCollectionName(), key);
        var lines = busy.getIfPresent(place);
        if (lines == null || !lines.generation.equals(generation))
            lines = new Lines(key, generation);
        lines.read();
        var next =
                new Document("_id", key)
                        .append("generation", generation)
                        .append("write", UUID.randomUUID().toString())
                        .append("changed", System.currentTimeMillis())
                        .append(
                                "state",
                                Feed.documentOf(mapper, rolling.fold().apply(lines.byId.values())));
        if (!write(stands, before, next)) return false;
        if (feed.isLive()) busy.put(place, lines);
        return true;
    }

    /// Of two that compute at once the slower one begins again: what it read may be older.
    private static boolean write(
            MongoCollection<Document> stands, @Nullable Document before, Document next) {
        if (before != null)
            return stands.replaceOne(
                                    and(
                                            eq(next.get("_id")),
                                            eq("generation", before.get("generation")),
                                            eq("write", before.get("write"))),
                                    next)
                            .getMatchedCount()
                    == 1;
        try {
            stands.insertOne(next);
            return true;
        } catch (MongoWriteException lost) {
            if (lost.getError().getCode() == DUPLICATE) return false;
            throw lost;
        }
    }

    /// The lines of one key as this process knows them, good as long as no document has left the key.
    private final class Lines {
        private final String generation;
        private final Changes changes;
        private final TreeMap<String, L> byId = new TreeMap<>();

        Lines(String key, String generation) {
            this.generation = generation;
            changes = Changes.thorough(feed.current(), eq("state." + rolling.field(), key));
        }

        void read() {
            changes.read(page ->
                    page.forEach(each ->
                            byId.put(
                                    each.getString("_id"),
                                    rolling.line().apply(feed.stateOf(each)))));
        }
    }
}
