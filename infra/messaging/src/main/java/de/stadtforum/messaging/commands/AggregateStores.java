package de.stadtforum.messaging.commands;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.Topic;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.messaging.documents.Schema;
import de.stadtforum.messaging.documents.Stored;
import de.stadtforum.messaging.log.Topics;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.outbox.TopicGuard;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Makes the store of each kind of aggregate, once at start.
public final class AggregateStores {
    private final MongoDatabase database;
    private final JsonMapper mapper;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TopicGuard guard;
    private final Topics topics;
    private final Meters meters;
    private final Spans spans;
    private final Upcasts upcasts;
    private final ClaimSweep sweep;
    private final List<Stored> stored = new CopyOnWriteArrayList<>();

    /// @param upcasts writes anew what has an older schema
    /// @param sweep settles claims that were left open
    public AggregateStores(
            MongoDatabase database,
            JsonMapper mapper,
            Clock clock,
            OutboxRelay relay,
            TopicGuard guard,
            Topics topics,
            Meters meters,
            Spans spans,
            Upcasts upcasts,
            ClaimSweep sweep) {
        this.database = database;
        this.mapper = mapper;
        this.clock = clock;
        this.relay = relay;
        this.guard = guard;
        this.topics = topics;
        this.meters = meters;
        this.spans = spans;
        this.upcasts = upcasts;
        this.sweep = sweep;
    }

    /// What this service stores of its aggregates.
    public List<Stored> stored() {
        return List.copyOf(stored);
    }

    /// @param collection where the aggregates are kept
    /// @param state the aggregate's record
    /// @param facts what these aggregates tell
    /// @throws IllegalArgumentException when the contracts do not say that this service tells them
    public <A> Kind<A> of(String collection, Class<A> state, Class<? extends Fact> facts) {
        if (!topics.service().tells().contains(facts))
            throw new IllegalArgumentException(
                    topics.service()
                            + " is not declared as the teller of "
                            + facts.getSimpleName()
                            + " (Teller in infra/contracts)");
        return new Kind<>(collection, state, facts);
    }

    /// A kind of aggregate, before its store is made.
    public final class Kind<A> {
        private final String collection;
        private final Class<A> state;
        private final Class<? extends Fact> facts;
        private final List<Index> indexes =
                new ArrayList<>(
                        List.of(
                                Index.ofThoseWith("pendingSince"),
                                Index.on("changed", "_id"),
                                Index.on("schema")));
        private final SortedMap<String, Function<A, String>> listedBy = new TreeMap<>();
        private Schema schema = Schema.FIRST;
        private @Nullable String unique;
        private Reason taken = Decision.Refusal.TAKEN;

        private Kind(String collection, Class<A> state, Class<? extends Fact> facts) {
            this.collection = collection;
            this.state = state;
            this.facts = facts;
        }

        /// For the queries with these fields of the state: what is compared for equality first, then a range or the order.
        public Kind<A> indexed(String... fields) {
            indexes.add(Index.on(fields).ofState());
            return this;
        }

        /// Lists are asked for by this field of the state, so a command makes old those of its aggregate's value alone and not those of another.
        ///
        /// @param value an id, as the field says it
        public Kind<A> listedBy(String field, Function<A, String> value) {
            listedBy.put(field, value);
            return this;
        }

        /// No two aggregates have the same value of this field, a text; those without one do not count.
        ///
        /// @param refusal of a command that would break this
        public Kind<A> unique(String field, Reason refusal) {
            indexes.add(Index.ofThoseWith(field).ofState());
            unique = field;
            taken = refusal;
            return this;
        }

        /// How older documents are read; they are written anew in the background, for queries find only what has today's names.
        public Kind<A> in(Schema written) {
            schema = written;
            return this;
        }

        public AggregateStore<A> store() {
            var documents = database.getCollection(collection);
            var topic = topics.toldTo(facts);
            if (unique != null) Index.dropUnique(documents, Index.on(unique).ofState());
            Index.create(documents, indexes);
            relay.tells(documents, topic.name());
            guard.tells(topic, facts.getSimpleName(), documents);
            if (schema.number() > 1) upcasts.of(documents, schema);
            var shape =
                    new AggregateDocument<>(
                            state,
                            schema,
                            mapper,
                            relay::teller,
                            () -> guard.mostBytes(topic.name()),
                            topic.name().equals(Topic.PERSONS));
            stored.add(
                    new Stored(
                            collection,
                            schema.number(),
                            state,
                            (read, written) ->
                                    mapper.convertValue(schema.upcast(read, written), state)));
            var claims = unique == null ? null : claims(documents, unique);
            var tags = new AggregateTags<>(collection, listedBy);
            return new AggregateStore<>(
                    documents, shape, tags, claims, clock, relay, meters, spans);
        }

        private Claims claims(MongoCollection<Document> documents, String field) {
            var claims = new Claims(database, documents, field, taken);
            sweep.of(claims);
            return claims;
        }
    }
}
