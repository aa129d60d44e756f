package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.Topic;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.messaging.documents.Remembered;
import de.stadtforum.messaging.documents.Stored;
import de.stadtforum.messaging.log.FactRecord;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The feeds of a service: made once each at start, given every poll, found by name.
public final class Feeds {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    /// A poll of so many is one of a service that is behind.
    private static final int FULL_POLL = 200;

    private static final Duration CATCHING_UP = Duration.ofSeconds(2);
    private final MongoDatabase database;
    private final MongoCollection<Document> register;
    private final DeadLetters deadLetters;
    private final JsonMapper mapper;
    private final Teller service;
    private final Sources sources;
    private final PlatformClock clock;
    private final Meters meters;
    private final Spans spans;
    private final Remembered<Map<String, Document>> entries;
    private final Map<String, Feed<?>> byName = new ConcurrentHashMap<>();
    private final List<Runnable> takers = new CopyOnWriteArrayList<>();
    private volatile @Nullable PollFailure pollFailure;
    private volatile long lastFullPoll = System.nanoTime() - CATCHING_UP.toNanos();

    public Feeds(
            MongoDatabase database,
            DeadLetters deadLetters,
            JsonMapper mapper,
            Teller service,
            Sources sources,
            PlatformClock clock,
            Meters meters,
            Spans spans) {
        this.sources = sources;
        this.clock = clock;
        this.meters = meters;
        this.spans = spans;
        this.database = database;
        this.register = database.getCollection("feeds");
        this.entries = new Remembered<>(Feed.LOOK, this::readRegister);
        this.deadLetters = deadLetters;
        this.mapper = mapper;
        this.service = service;
    }

    /// Begins a feed over the facts of one kind of aggregate.
    ///
    /// @throws IllegalArgumentException when the contracts do not say that this service hears them
    public <F extends Fact> Source<F> of(Class<F> owner) {
        if (!service.hears().contains(owner))
            throw new IllegalArgumentException(
                    service
                            + " is not declared as a hearer of "
                            + owner.getSimpleName()
                            + " (Teller in infra/contracts)");
        return new Source<>(owner);
    }

    /// Facts of one kind, not yet folded.
    public final class Source<F extends Fact> {
        private final Class<F> owner;
        private final Map<Integer, Fold<?, F>> formers = new TreeMap<>();
        private final List<Index> indexes =
                new ArrayList<>(
                        List.of(
                                Index.on("stopped", "_id"),
                                Index.on("changed", "_id"),
                                Index.on("fold")));
        private int version = 1;

        private Source(Class<F> owner) {
            this.owner = owner;
        }

        /// Of the fold; whoever changes what it makes of the same facts raises it, and the feed is rebuilt beside the running one.
        public Source<F> version(int raised) {
            version = raised;
            return this;
        }

        /// A fold of an older version that something depends on, as a report that was released with it.
        public <P> Source<F> formerly(int older, P zero, BiFunction<P, F, P> after) {
            formers.put(older, fold("former-" + older, older, zero, recorded(after), null));
            return this;
        }

        /// For the queries with these fields of the state: what is compared for equality first, then a range or the order.
        public Source<F> indexed(String... fields) {
            indexes.add(Index.on(fields).ofState());
            return this;
        }

        /// A local copy: `after` folds one fact into what is known.
        ///
        /// @param zero what is known before the first fact; a record
        public <P> Feed<P> into(String name, P zero, BiFunction<P, F, P> after) {
            return add(fold(name, version, zero, recorded(after), null));
        }

        /// A local copy whose fold also asks when, by whom and with which number a fact was recorded.
        public <P> Feed<P> intoRecorded(String name, P zero, BiFunction<P, Recorded<F>, P> after) {
            return add(fold(name, version, zero, after, null));
        }

        /// A local copy that also commands this service, once for each fact.
        public <P> Feed<P> react(
                String name, P zero, BiFunction<P, F, P> after, Reaction<P, F> reaction) {
            Reaction<P, F> inTime = cue -> clock.following(cue.recorded(), () -> reaction.to(cue));
            return add(fold(name, version, zero, recorded(after), inTime));
        }

        private <P> BiFunction<P, Recorded<F>, P> recorded(BiFunction<P, F, P> after) {
            return (state, recorded) -> after.apply(state, recorded.fact());
        }

        private <P> Fold<P, F> fold(
                String name,
                int number,
                P zero,
                BiFunction<P, Recorded<F>, P> after,
                @Nullable Reaction<P, F> reaction) {
            return new Fold<>(
                    name,
                    owner,
                    number,
                    zero,
                    after,
                    reaction,
                    formers,
                    indexes,
                    newestWins(owner));
        }
    }

    private static boolean newestWins(Class<? extends Fact> owner) {
        return Teller.topicOf(owner).name().equals(Topic.PERSONS);
    }

    private <P, F extends Fact> Feed<P> add(Fold<P, F> fold) {
        var feed =
                new Feed<>(
                        fold,
                        database,
                        deadLetters,
                        mapper,
                        sources,
                        Feed.Use.LIVE,
                        () -> collectionOf(fold.name()),
                        () -> collectionOf(fold.name()),
                        Drops.ofToday(deadLetters, fold.name()),
                        spans);
        if (byName.putIfAbsent(fold.name(), feed) != null)
            throw new IllegalArgumentException("two feeds are named " + fold.name());
        feed.createIndexes();
        return feed;
    }

    private Map<String, Document> readRegister() {
        var read = new TreeMap<String, Document>();
        register.find().forEach(entry -> read.put(entry.getString("_id"), entry));
        return read;
    }

    /// The collection that the service reads for this feed now; that another process exchanged it is seen within [Feed#LOOK].
    public String collectionOf(String feed) {
        var entry = entries.get().get(feed);
        return entry == null ? feed : entry.getString("collection");
    }

    /// The same, read now: for whoever exchanges or removes collections.
    public String collectionNow(String feed) {
        entries.forget();
        return collectionOf(feed);
    }

    public Collection<Feed<?>> all() {
        return new TreeMap<>(byName).values();
    }

    /// What this service stores of what it hears.
    public List<Stored> stored() {
        return all().stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each.stored()), each.storedByKey().stream()))
                .toList();
    }

    public Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Feed<?> named(String name) {
        var feed = byName.get(name);
        if (feed == null) throw new IllegalArgumentException("no feed is named " + name);
        return feed;
    }

    /// The feeds whose collection was not built with the types that this program knows or with an older fold, or did not take up all that
    /// the one before it was given in the last moment.
    public List<Feed<?>> toRebuild() {
        entries.forget();
        var stale = new ArrayList<Feed<?>>();
        for (var feed : all()) {
            var entry = entries.get().get(feed.name());
            if (entry == null
                    || !entry.getList("types", String.class)
                            .containsAll(FactType.allOf(feed.owner()))
                    || entry.containsKey("follows")
                    || versionOf(entry) < feed.version()
                    || versionOf(entry) == feed.version() && feed.foldedByOlder()) stale.add(feed);
        }
        return stale;
    }

    /// The feeds that a newer program has built: while it is there they are its own.
    public List<Feed<?>> ofNewerPrograms() {
        var newer = new ArrayList<Feed<?>>();
        for (var feed : all()) {
            var entry = entries.get().get(feed.name());
            if (entry != null && versionOf(entry) > feed.version()) newer.add(feed);
        }
        return newer;
    }

    /// Older programs knew no versions.
    private static int versionOf(Document entry) {
        return entry.getInteger("version", 1);
    }

    /// @param follows the collection before it, while what other processes still give that one has to be taken up; null when all is
    public void registered(Feed<?> feed, String collection, @Nullable String follows) {
        var entry =
                new Document("_id", feed.name())
                        .append("collection", collection)
                        .append("version", feed.version())
                        .append("types", new ArrayList<>(FactType.allOf(feed.owner())));
        if (follows != null) entry.append("follows", follows);
        register.replaceOne(eq(feed.name()), entry, new ReplaceOptions().upsert(true));
        entries.forget();
    }

    /// A collection that an exchange left behind which was broken off.
    public Optional<String> leftBehind(Feed<?> feed) {
        return Optional.ofNullable(entries.get().get(feed.name()))
                .map(entry -> entry.getString("follows"));
    }

    /// The collections that the service reads, as they are registered now.
    public Set<String> collections() {
        entries.forget();
        var collections = new TreeSet<String>();
        byName.keySet().forEach(name -> collections.add(collectionOf(name)));
        return collections;
    }

    /// A poll that fails comes again; until it is taken nothing is heard.
    ///
    /// @param why kind of the failure
    public record PollFailure(String why, Instant since) {}

    public Optional<PollFailure> pollFailure() {
        return Optional.ofNullable(pollFailure);
    }

    /// Whether polls have been full lately.
    boolean isCatchingUp() {
        return System.nanoTime() - lastFullPoll < CATCHING_UP.toNanos();
    }

    /// Gives every feed its share of a poll; returns only when all have it.
    public void take(List<LogRecord> poll) {
        if (poll.size() >= FULL_POLL) lastFullPoll = System.nanoTime();
        try {
            takeAll(poll);
            takers.forEach(Runnable::run);
            pollFailure = null;
        } catch (RuntimeException failed) {
            var since = pollFailure == null ? Instant.now() : pollFailure.since();
            pollFailure = new PollFailure(failed.getClass().getSimpleName(), since);
            throw failed;
        }
    }

    /// Called after each poll.
    void onTaken(Runnable taken) {
        takers.add(taken);
    }

    private void takeAll(List<LogRecord> poll) {
        var byOwner = understood(poll, this::keepUnreadable);
        byName.values()
                .forEach(feed -> {
                    var share = byOwner.get(feed.owner());
                    if (share == null) return;
                    feed.take(share);
                    meters.heard(feed.name(), share.size());
                });
    }

    /// The records of a poll whose attributes can be read, by owner.
    public static Map<Class<? extends Fact>, List<FactRecord>> understood(
            List<LogRecord> poll, BiConsumer<LogRecord, String> unreadable) {
        var byOwner = new LinkedHashMap<Class<? extends Fact>, List<FactRecord>>();
        for (var heard : poll) {
            try {
                var envelope = Envelope.of(heard.headers());
                FactType.ownerOf(envelope.type())
                        .ifPresent(owner ->
                                byOwner.computeIfAbsent(owner, _ -> new ArrayList<>())
                                        .add(new FactRecord(heard, envelope)));
            } catch (IllegalArgumentException wrong) {
                unreadable.accept(heard, String.valueOf(wrong.getMessage()));
            }
        }
        return byOwner;
    }

    private void keepUnreadable(LogRecord heard, String why) {
        LOG.error("unreadable record at {}: {}", heard.place(), why);
        deadLetters.keep(
                List.of(
                        DeadLetter.document(
                                DeadLetter.NOBODYS,
                                heard.key(),
                                0,
                                DeadLetter.Cause.UNREADABLE_ENVELOPE,
                                heard,
                                heard.topic().equals(Topic.PERSONS),
                                null)));
    }
}
