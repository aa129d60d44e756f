package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.stadtforum.contracts.FactType;
import de.stadtforum.messaging.commands.CommandQueue.Turn;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.documents.Documents;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.outbox.PendingFact;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the aggregates of one kind: one document each, changed by one write that sets the state and queues the facts it tells.
public final class AggregateStore<A> {
    /// Past so many untold facts an aggregate answers [Decision.Refusal#BUSY].
    static final int MOST_PENDING = 1_000;

    /// The schema of the documents that this program writes; a newer one is never written over.
    static final int SCHEMA = 1;

    private static final int ATTEMPTS = 40;
    private static final int DUPLICATE = 11000;
    private static final int WRITE_CONFLICT = 112;
    private static final int MOST_LISTED = 1_000;

    private final MongoCollection<Document> collection;
    private final Class<A> type;
    private final JsonMapper mapper;
    private final Clock clock;
    private final OutboxRelay relay;
    private final Meters meters;
    private final Spans spans;
    private final CommandQueue<A> turns = new CommandQueue<>();

    AggregateStore(
            MongoCollection<Document> collection,
            Class<A> type,
            JsonMapper mapper,
            Clock clock,
            OutboxRelay relay,
            Meters meters,
            Spans spans) {
        this.collection = collection;
        this.type = type;
        this.mapper = mapper;
        this.clock = clock;
        this.relay = relay;
        this.meters = meters;
        this.spans = spans;
    }

    /// Decides a command on an aggregate that exists; [Decision.Refusal#NOT_FOUND] where there is none.
    public Decision<A> decide(String id, Function<A, Decision<A>> decision) {
        return create(
                id,
                state ->
                        state == null
                                ? Decision.refused(Decision.Refusal.NOT_FOUND)
                                : decision.apply(state));
    }

    /// Decides a command on an aggregate that may not exist yet; the decision then gets null.
    public Decision<A> create(String id, Function<@Nullable A, Decision<A>> decision) {
        var kind = collection.getNamespace().getCollectionName();
        try (var step = spans.begin(Spans.Kind.INTERNAL, "decide " + kind, Trace.current())) {
            var turn = new Turn<>(decision, clock.instant(), step.traceparent());
            var answer = turns.take(id, turn, this::serve);
            count(kind, answer);
            step.say("stadtforum.folded", turn.together());
            if (answer instanceof Decision.Refused<A>(var reason))
                step.say("stadtforum.rule", reason.name());
            return answer;
        }
    }

    private void count(String kind, Decision<A> answer) {
        switch (answer) {
            case Decision.Changed<A> _ -> meters.decided(kind, "changed", "");
            case Decision.Unchanged<A> _ -> meters.decided(kind, "unchanged", "");
            case Decision.Refused<A>(var reason) -> meters.decided(kind, "refused", reason.name());
        }
    }

    public Optional<A> find(String id) {
        return Optional.ofNullable(collection.find(eq(id)).first()).map(this::stateOf);
    }

    /// The aggregates among these ids that exist, by id.
    public Map<String, A> findAll(Collection<String> ids) {
        var found = new LinkedHashMap<String, A>();
        collection
                .find(in("_id", ids))
                .sort(Sorts.ascending("_id"))
                .forEach(each -> found.put(each.getString("_id"), stateOf(each)));
        return found;
    }

    /// At most 1,000 aggregates that fit; fields of the state are named `state.…`.
    public List<A> list(Bson filter, Bson sort) {
        return page(filter, sort, 0, MOST_LISTED);
    }

    public List<A> page(Bson filter, Bson sort, int skip, int limit) {
        return collection
                .find(filter)
                .sort(sort)
                .skip(skip)
                .limit(limit)
                .map(this::stateOf)
                .into(new ArrayList<>());
    }

    public long count(Bson filter) {
        return collection.countDocuments(filter);
    }

    /// Made once at start, for the filters that [#list] is called with.
    public AggregateStore<A> indexed(String... fields) {
        for (var field : fields) collection.createIndex(Indexes.ascending("state." + field));
        return this;
    }

    /// No two aggregates have the same value of this field; those without one do not count. Made once at start.
    /// A command that would break this loses its race until it answers [Decision.Refusal#BUSY]: look before, and rely on this.
    public AggregateStore<A> unique(String field) {
        collection.createIndex(
                Indexes.ascending("state." + field), new IndexOptions().unique(true).sparse(true));
        return this;
    }

    private void serve(String id, List<Turn<A>> waiting) {
        for (var attempt = 1;
                attempt <= ATTEMPTS;
                attempt++) { // another process may come first; decisions are pure, so they may run
            // again
            try {
                var stored = load(id);
                if (stored.waiting() < MOST_PENDING) {
                    var folded = FoldedCommands.of(stored.state(), waiting);
                    if (folded.changesNothing() || writeIfUnchanged(id, stored, folded)) {
                        meters.folded(waiting.size());
                        waiting.forEach(turn -> turn.together(waiting.size()));
                        folded.answerAll();
                        return;
                    }
                } else {
                    relay.wake(collection, id);
                }
            } catch (
                    MongoException
                            unsure) { // it may have been written all the same: the next attempt
                // sees
                if (attempt == ATTEMPTS || collapsed(unsure)) break;
            }
            backOff(attempt);
        }
        waiting.forEach(turn -> turn.answer(Decision.refused(Decision.Refusal.BUSY)));
    }

    private static boolean collapsed(MongoException failure) {
        return failure instanceof com.mongodb.MongoTimeoutException;
    }

    private static void backOff(int attempt) {
        var longest = TimeUnit.MILLISECONDS.toNanos(Math.min(200, 4L << Math.min(attempt, 6)));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 4, longest));
    }

    private StoredAggregate<A> load(String id) {
        var document = collection.find(eq(id)).first();
        if (document == null) return StoredAggregate.none();
        return new StoredAggregate<>(
                stateOf(document),
                number(document, "version"),
                number(document, "told"),
                document.getList("pending", Document.class).size());
    }

    private A stateOf(Document document) {
        if (number(document, "schema") > SCHEMA)
            throw new IllegalStateException(
                    "a newer program wrote "
                            + collection.getNamespace()
                            + "/"
                            + document.get("_id"));
        return mapper.convertValue(document.get("state"), type);
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    private boolean writeIfUnchanged(
            String id, StoredAggregate<A> stored, FoldedCommands<A> folded) {
        var pending = pending(stored.told(), folded);
        var state = new Document(mapper.convertValue(folded.state(), Documents.MAP));
        var told = stored.told() + pending.size();
        var since = System.currentTimeMillis();
        try {
            if (stored.version() == 0) {
                var document =
                        new Document("_id", id)
                                .append("version", 1L)
                                .append("schema", SCHEMA)
                                .append("state", state)
                                .append("told", told)
                                .append("pending", pending);
                if (!pending.isEmpty()) document.append("pendingSince", since);
                collection.insertOne(document);
            } else {
                var changes =
                        new ArrayList<Bson>(
                                List.of(
                                        Updates.set("state", state),
                                        Updates.set("version", stored.version() + 1),
                                        Updates.set("schema", SCHEMA),
                                        Updates.set("told", told)));
                if (!pending.isEmpty()) {
                    changes.add(Updates.pushEach("pending", pending));
                    changes.add(Updates.min("pendingSince", since));
                }
                var result =
                        collection.updateOne(
                                and(eq(id), eq("version", stored.version())),
                                Updates.combine(changes));
                if (result.getMatchedCount() == 0) return false;
            }
        } catch (MongoException lost) {
            if (lost.getCode() == DUPLICATE || lost.getCode() == WRITE_CONFLICT) return false;
            throw lost;
        }
        if (!pending.isEmpty()) relay.wake(collection, id);
        return true;
    }

    private List<Document> pending(long told, FoldedCommands<A> folded) {
        var documents = new ArrayList<Document>();
        var sequence = told;
        for (var each : folded.told()) {
            sequence++;
            documents.add(
                    new PendingFact(
                                    sequence,
                                    UUID.randomUUID().toString(),
                                    FactType.of(each.fact().getClass()),
                                    each.turn().time,
                                    each.turn().author,
                                    each.turn().trace,
                                    mapper.writeValueAsString(each.fact()))
                            .toDocument());
        }
        return documents;
    }
}
