package de.stadtforum.search;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Changes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps an index the same as collections of the own database, whoever writes them and whether the broker is there or not: opens it, builds it
/// where it is missing, follows what changed, and takes erased words out of its files.
///
/// What the database says last always wins: whoever wrote says only which document, and it is read again.
public final class IndexFollower implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(300);

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final int BATCH = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration COMMITS = Duration.ofSeconds(10);
    // in rounds: with 300 ms every 15 seconds
    private static final int EXPUNGES = 50;

    /// A collection whose documents have `_id` (a string), `changed` and, unless they were removed, `state`.
    ///
    /// @param kind of its entries' keys; their ids are those of the documents
    /// @param entry null where the document is not to be found
    /// @param onWrite takes who is to hear the id of each document that this process writes
    public record Source(
            String kind,
            MongoCollection<Document> documents,
            Function<Document, @Nullable Entry> entry,
            Consumer<Consumer<String>> onWrite) {
        /// Whoever writes tells it by [#written], or it comes later by itself.
        public Source(
                String kind,
                MongoCollection<Document> documents,
                Function<Document, @Nullable Entry> entry) {
            this(kind, documents, entry, _ -> {});
        }

        public static <A> Source of(
                String kind, AggregateStore<A> store, Function<A, @Nullable Entry> entry) {
            return new Source(
                    kind,
                    store.documents(),
                    each -> store.read(each).map(entry).orElse(null),
                    store::onWrite);
        }
    }

    private final SearchIndex index;
    private final Duration interval;
    private final Map<String, Followed> followed = new LinkedHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread following =
            Thread.ofPlatform().daemon().name("index").unstarted(this::follow);
    private final Thread expunging =
            Thread.ofPlatform().daemon().name("index-expunge").unstarted(this::expunge);
    private volatile long lastRound = System.nanoTime();
    private volatile SortedMap<String, Long> positions = new TreeMap<>();
    private @Nullable Object opening;
    private long lastCommit;

    public IndexFollower(SearchIndex index, Duration interval, List<Source> sources) {
        this.index = index;
        this.interval = interval;
        for (var source : sources) followed.put(source.kind, new Followed(source));
    }

    public static IndexFollower of(SearchIndex index, Source... sources) {
        return new IndexFollower(index, INTERVAL, List.of(sources));
    }

    public IndexFollower start() {
        followed.forEach((kind, it) -> it.source.onWrite.accept(id -> written(kind, id)));
        following.start();
        expunging.start();
        return this;
    }

    /// A document was just written, here or where somebody was sent on from: whoever asks here from now on sees it.
    ///
    /// @return the change, for [Question#seen]; 0 where it comes later by itself
    public long written(String kind, String id) {
        var source = followed.get(kind);
        if (source == null) throw new IllegalArgumentException("nothing follows " + kind);
        try {
            var change = source.written(id);
            index.mustBeSeen(change);
            return change;
        } catch (NotReady | MongoException later) {
            return 0;
        }
    }

    /// For how long nothing was read: more than a second says that the database is away, or the index.
    public Duration behind() {
        return Duration.ofNanos(System.nanoTime() - lastRound);
    }

    private void follow() {
        var pause = interval;
        while (!ends(pause)) {
            try {
                round();
                lastRound = System.nanoTime();
                pause = interval;
            } catch (NotReady notNow) {
                pause = longer(pause);
            } catch (RuntimeException failed) {
                LOG.warn("the index does not follow: {}", failed.toString());
                pause = longer(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private boolean ends(Duration pause) {
        try {
            return end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            return true;
        }
    }

    private void round() {
        if (!index.open()) throw new NotReady(index.state());
        if (!Objects.equals(opening, index.opening())) {
            var now = index.opening();
            var from = index.positions();
            if (index.isReady() && !from.keySet().equals(followed.keySet())) index.empty();
            if (!index.isReady()) from = build();
            for (var each : followed.values())
                each.changes =
                        new Changes(each.source.documents, from.getOrDefault(each.source.kind, 0L));
            positions = from;
            lastCommit = System.nanoTime();
            opening = now;
        }
        var news = 0;
        for (var each : followed.values()) news += each.read();
        if (news > 0) index.refresh();
        if (System.nanoTime() - lastCommit > COMMITS.toNanos()) commit();
    }

    private void commit() {
        var reached = new TreeMap<String, Long>();
        for (var each : followed.values())
            if (each.changes != null) reached.put(each.source.kind, each.changes.position());
        if (reached.equals(positions)) return;
        positions = reached;
        index.commit(reached);
        lastCommit = System.nanoTime();
    }

    /// From where to follow then: whatever is written meanwhile is read again.
    private SortedMap<String, Long> build() {
        var begin = new TreeMap<String, Long>();
        var about = 0L;
        for (var each : followed.values()) {
            begin.put(each.source.kind, System.currentTimeMillis());
            about += each.source.documents.estimatedDocumentCount();
        }
        var done = 0L;
        index.building(done, about);
        for (var each : followed.values()) {
            Object last = null;
            while (end.getCount() > 0) {
                var page = each.page(last);
                if (page.isEmpty()) break;
                done += page.size();
                index.building(done, Math.max(done, about));
                last = page.getLast().get("_id");
            }
        }
        if (end.getCount() == 0) throw new NotReady(index.state());
        index.commit(begin);
        return begin;
    }

    private void expunge() {
        while (!ends(interval.multipliedBy(EXPUNGES))) {
            try {
                if (index.isReady() && index.isErasing()) index.expunge(positions);
            } catch (RuntimeException failed) {
                LOG.warn("erased words are still in the index: {}", failed.toString());
            }
        }
    }

    /// One collection. What is written here while a page of it is under way is read once more, so that nothing older is put over it.
    private final class Followed {
        final Source source;
        private final Set<Object> writtenMeanwhile = new HashSet<>();
        @Nullable Changes changes;

        Followed(Source source) {
            this.source = source;
        }

        int read() {
            begin();
            return changes == null ? 0 : changes.read(page -> page.forEach(this::put));
        }

        List<Document> page(@Nullable Object after) {
            begin();
            Bson rest = after == null ? new Document() : gt("_id", after);
            var page =
                    source.documents
                            .find(rest)
                            .sort(Sorts.ascending("_id"))
                            .limit(BATCH)
                            .into(new ArrayList<>());
            page.forEach(this::put);
            return page;
        }

        private synchronized void begin() {
            writtenMeanwhile.clear();
        }

        synchronized long written(String id) {
            writtenMeanwhile.add(id);
            return put(id, source.documents.find(eq(id)).first());
        }

        private synchronized void put(Document read) {
            var id = read.getString("_id");
            put(id, writtenMeanwhile.contains(id) ? source.documents.find(eq(id)).first() : read);
        }

        private long put(String id, @Nullable Document document) {
            var entry = document == null || document.get("state") == null ? null : entry(document);
            return entry == null ? index.remove(new EntryKey(source.kind, id)) : index.put(entry);
        }

        /// What cannot be read is not found; it holds nobody up.
        private @Nullable Entry entry(Document document) {
            try {
                return source.entry.apply(document);
            } catch (MongoException away) {
                throw away;
            } catch (RuntimeException unreadable) {
                LOG.warn("{} without an entry: {}", source.kind, unreadable.getClass().getName());
                return null;
            }
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            following.join();
            expunging.join();
            if (index.isReady()) commit();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (NotReady withoutCommit) {
            LOG.info("the index goes on where it was last kept");
        }
    }
}
