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
import de.stadtforum.messaging.log.FactRecord;
import de.stadtforum.messaging.log.LogRecord;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The feeds of a service: made once each at start, given every poll, found by name.
public final class Feeds {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    private final MongoDatabase database;
    private final MongoCollection<Document> register;
    private final DeadLetters deadLetters;
    private final JsonMapper mapper;
    private final Teller service;
    private final Meters meters;
    private final Spans spans;
    private final Map<String, Feed<?>> byName = new ConcurrentHashMap<>();

    public Feeds(
            MongoDatabase database,
            DeadLetters deadLetters,
            JsonMapper mapper,
            Teller service,
            Meters meters,
            Spans spans) {
        this.meters = meters;
        this.spans = spans;
        this.database = database;
        this.register = database.getCollection("feeds");
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

        private Source(Class<F> owner) {
            this.owner = owner;
        }

        /// A local copy: `after` folds one fact into what is known.
        ///
        /// @param zero what is known before the first fact; a record
        public <P> Feed<P> into(String name, P zero, BiFunction<P, F, P> after) {
            return add(new Fold<>(name, owner, zero, after, null, newestWins(owner)));
        }

        /// A local copy that also commands this service, once for each fact.
        public <P> Feed<P> react(
                String name, P zero, BiFunction<P, F, P> after, Reaction<P, F> reaction) {
            return add(new Fold<>(name, owner, zero, after, reaction, newestWins(owner)));
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
                        Feed.Use.LIVE,
                        () -> collectionOf(fold.name()),
                        spans);
        if (byName.putIfAbsent(fold.name(), feed) != null)
            throw new IllegalArgumentException("two feeds are named " + fold.name());
        return feed;
    }

    /// The collection that the service reads for this feed now.
    public String collectionOf(String feed) {
        var entry = register.find(eq(feed)).first();
        return entry == null ? feed : entry.getString("collection");
    }

    public Collection<Feed<?>> all() {
        return new TreeMap<>(byName).values();
    }

    public Feed<?> named(String name) {
        var feed = byName.get(name);
        if (feed == null) throw new IllegalArgumentException("no feed is named " + name);
        return feed;
    }

    /// The feeds whose collection was not built with the types that this program knows.
    public List<Feed<?>> toRebuild() {
        var stale = new ArrayList<Feed<?>>();
        for (var feed : all()) {
            var entry = register.find(eq(feed.name())).first();
            if (entry == null
                    || !entry.getList("types", String.class)
                            .containsAll(FactType.allOf(feed.owner()))) stale.add(feed);
        }
        return stale;
    }

    public void registered(Feed<?> feed, String collection) {
        var entry =
                new Document("_id", feed.name())
                        .append("collection", collection)
                        .append("types", new ArrayList<>(FactType.allOf(feed.owner())));
        register.replaceOne(eq(feed.name()), entry, new ReplaceOptions().upsert(true));
    }

    /// Gives every feed its share of a poll; returns only when all have it.
    public void take(List<LogRecord> poll) {
        var byOwner = understood(poll);
        byName.values()
                .forEach(feed -> {
                    var share = byOwner.get(feed.owner());
                    if (share == null) return;
                    feed.take(share);
                    meters.heard(feed.name(), share.size());
                });
    }

    /// The records of a poll whose attributes can be read, by owner; the others are kept as dead letters.
    public Map<Class<? extends Fact>, List<FactRecord>> understood(List<LogRecord> poll) {
        var byOwner = new LinkedHashMap<Class<? extends Fact>, List<FactRecord>>();
        for (var heard : poll) {
            try {
                var envelope = Envelope.of(heard.headers());
                FactType.ownerOf(envelope.type())
                        .ifPresent(owner ->
                                byOwner.computeIfAbsent(owner, _ -> new ArrayList<>())
                                        .add(new FactRecord(heard, envelope)));
            } catch (IllegalArgumentException unreadable) {
                LOG.error("unreadable record at {}: {}", heard.place(), unreadable.getMessage());
                var personal = heard.topic().equals(Topic.PERSONS);
                deadLetters.keep(
                        List.of(
                                DeadLetter.document(
                                        "-",
                                        heard.key(),
                                        0,
                                        DeadLetter.Cause.UNREADABLE_ENVELOPE,
                                        heard,
                                        personal)));
            }
        }
        return byOwner;
    }
}
