package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.stadtforum.contracts.FactType;
import de.stadtforum.messaging.commands.CommandQueue.Turn;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.documents.Documents;
import de.stadtforum.messaging.documents.Transient;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.outbox.PendingFact;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the aggregates of one kind: one document each, changed by one write that sets the state and queues the facts it tells.
public final class AggregateStore<A> {
    /// Past so many bytes of untold facts an aggregate answers [Decision.Refusal#BUSY]; a document holds 16 MB.
    static final long MOST_PENDING_BYTES = 4_000_000;

    /// The schema of the documents that this program writes; a newer one is never written over.
    static final int SCHEMA = 1;

    /// A command that was not written by then is answered with [Decision.Refusal#BUSY].
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

    /// What a fact takes beside its data while it waits.
    private static final int ATTRIBUTES = 300;

    /// So often a full outbox is looked at again before the command is refused: a broker that is there empties it soon.
    private static final int FULL_ATTEMPTS = 8;

    private static final int UNAUTHORIZED = 13;
    private static final int NOT_AUTHENTICATED = 18;
    private static final int WRITE_CONFLICT = 112;
    private static final int BSON_TOO_LARGE = 10334;
    private static final int DUPLICATE = 11000;
    private static final int UPDATE_TOO_LARGE = 17419;
    private static final int INSERT_TOO_LARGE = 17420;
    private static final int MOST_LISTED = 1_000;

    private final MongoCollection<Document> collection;
    private final Class<A> type;
    private final JsonMapper mapper;
    private final Clock clock;
    private final OutboxRelay relay;
    private final IntSupplier mostBytes;
    private final Meters meters;
    private final Spans spans;
    private final CommandQueue<A> turns = new CommandQueue<>();
    private Reason taken = Decision.Refusal.TAKEN;

    /// @param mostBytes how large a fact may be
    AggregateStore(
            MongoCollection<Document> collection,
            Class<A> type,
            JsonMapper mapper,
            Clock clock,
            OutboxRelay relay,
            IntSupplier mostBytes,
            Meters meters,
            Spans spans) {
        this.mostBytes = mostBytes;
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
        if (ids.isEmpty()) return found;
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
    ///
    /// @param taken how a command that would break this is refused
    public AggregateStore<A> unique(String field, Reason taken) {
        this.taken = taken;
        collection.createIndex(
                Indexes.ascending("state." + field), new IndexOptions().unique(true).sparse(true));
        return this;
    }

    /// Writes whose answers were lost, by token, all of them upon the same state: whether one of them was applied shows only the
    /// document, and one that is on its way may arrive yet.
    private static final class Unsure<A> {
        private final Map<String, FoldedCommands<A>> writes = new HashMap<>();
        private long version;

        void add(long next, String token, FoldedCommands<A> folded) {
            version = next;
            writes.put(token, folded);
        }

        boolean any() {
            return !writes.isEmpty();
        }
    }

    private void serve(String id, List<Turn<A>> waiting) {
        var deadline = System.nanoTime() + DEADLINE_NS;
        var unsure = new Unsure<A>();
        // another process may come first; decisions are pure, so they may run again
        for (var attempt = 1; System.nanoTime() < deadline; attempt++) {
            FoldedCommands<A> folded = null;
            var write = UUID.randomUUID().toString();
            var version = 0L;
            try {
                var stored = load(id);
                if (unsure.any() && stored.version() >= unsure.version) {
                    // somebody wrote upon it: nobody knows upon what
                    if (stored.version() > unsure.version) break;
                    var mine = unsure.writes.get(String.valueOf(stored.write()));
                    if (mine != null) {
                        answer(waiting, mine);
                        return;
                    }
                    unsure.writes
                            .clear(); // it is another's, so none of them can be applied any more
                }
                if (stored.pendingBytes() < MOST_PENDING_BYTES) {
                    folded = FoldedCommands.of(stored.state(), waiting);
                    version = stored.version() + 1;
                    if (folded.changesNothing() || writeIfUnchanged(id, stored, folded, write)) {
                        answer(waiting, folded);
                        return;
                    }
                } else {
                    relay.wake(collection, id);
                    if (attempt > FULL_ATTEMPTS) break;
                }
            } catch (Refuses refuses) {
                // it may be an own write that arrived late which stands in the way
                if (!unsure.any()) {
                    refuse(id, waiting, refuses.reason);
                    return;
                }
            } catch (MongoException failed) {
                // whatever a write failed with, it may have been applied
                if (folded == null && !Transient.is(failed)) throw failed;
                if (folded != null) unsure.add(version, write, folded);
            }
            backOff(attempt);
        }
        waiting.forEach(turn -> turn.answer(Decision.refused(Decision.Refusal.BUSY)));
    }

    private void answer(List<Turn<A>> waiting, FoldedCommands<A> folded) {
        meters.folded(waiting.size());
        waiting.forEach(turn -> turn.together(waiting.size()));
        folded.answerAll();
    }

    /// What several commands were together may be too much where each alone is not.
    private void refuse(String id, List<Turn<A>> waiting, Reason reason) {
        if (waiting.size() == 1) waiting.getFirst().answer(Decision.refused(reason));
        else waiting.forEach(turn -> serve(id, List.of(turn)));
    }

    /// What cannot succeed however often it is tried.
    private static final class Refuses extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        private Refuses(Reason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    private static void backOff(int attempt) {
        var longest = TimeUnit.MILLISECONDS.toNanos(Math.min(200, 4L << Math.min(attempt, 6)));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 4, longest));
    }

    private StoredAggregate<A> load(String id) {
        var document = collection.withReadConcern(ReadConcern.MAJORITY).find(eq(id)).first();
        if (document == null) return StoredAggregate.none();
        var pending = document.getList("pending", Document.class);
        return new StoredAggregate<>(
                stateOf(document),
                number(document, "version"),
                document.getString("write"),
                number(document, "told"),
                pending.stream()
                        .mapToLong(each -> each.getString("data").length() + ATTRIBUTES)
                        .sum(),
                pending.isEmpty() ? 0 : number(pending.getFirst(), "sequence"),
                document.getString("teller"));
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
            String id, StoredAggregate<A> stored, FoldedCommands<A> folded, String write) {
        var pending = pending(stored.told(), folded);
        try {
            if (stored.version() == 0) collection.insertOne(created(id, folded, pending, write));
            else if (collection
                            .updateOne(
                                    unchanged(id, stored, pending),
                                    changes(stored, folded, pending, write))
                            .getMatchedCount()
                    == 0) return false;
        } catch (BsonMaximumSizeExceededException _) {
            throw new Refuses(Decision.Refusal.TOO_LARGE);
        } catch (MongoException failed) {
            return switch (failed.getCode()) {
                case DUPLICATE -> {
                    if (onItsId(failed)) yield false;
                    throw new Refuses(taken);
                }
                case WRITE_CONFLICT -> false;
                case BSON_TOO_LARGE, UPDATE_TOO_LARGE, INSERT_TOO_LARGE ->
                        throw new Refuses(Decision.Refusal.TOO_LARGE);
                case UNAUTHORIZED, NOT_AUTHENTICATED ->
                        throw new Refuses(Decision.Refusal.NOT_WRITABLE);
                default -> throw failed;
            };
        }
        if (!pending.isEmpty()) relay.wake(collection, id);
        return true;
    }

    /// An aggregate with the same id was created meanwhile; every server names the index in its message.
    private static boolean onItsId(MongoException duplicate) {
        return String.valueOf(duplicate.getMessage()).matches("(?s).*\\b_id(_|:).*");
    }

    private Document created(
            String id, FoldedCommands<A> folded, List<Document> pending, String write) {
        var document =
                new Document("_id", id)
                        .append("version", 1L)
                        .append("write", write)
                        .append("schema", SCHEMA)
                        .append("state", documentOf(folded))
                        .append("told", (long) pending.size())
                        .append("pending", pending);
        if (!pending.isEmpty())
            document.append("pendingSince", System.currentTimeMillis())
                    .append("teller", relay.teller());
        return document;
    }

    private Document documentOf(FoldedCommands<A> folded) {
        return new Document(mapper.convertValue(folded.state(), Documents.MAP));
    }

    /// Another instance that has begun to tell sees what is added while it has not finished: its last fact is still there then.
    private Bson unchanged(String id, StoredAggregate<A> stored, List<Document> pending) {
        var version = and(eq(id), eq("version", stored.version()));
        return pending.isEmpty() || !leasedToAnother(stored)
                ? version
                : and(version, eq("pending.sequence", stored.told()));
    }

    private boolean leasedToAnother(StoredAggregate<A> stored) {
        return stored.firstPending() > 0
                && stored.teller() != null
                && !stored.teller().equals(relay.teller());
    }

    private Bson changes(
            StoredAggregate<A> stored,
            FoldedCommands<A> folded,
            List<Document> pending,
            String write) {
        var changes =
                new ArrayList<Bson>(
                        List.of(
                                Updates.set("state", documentOf(folded)),
                                Updates.set("version", stored.version() + 1),
                                Updates.set("write", write),
                                Updates.set("schema", SCHEMA),
                                Updates.set("told", stored.told() + pending.size())));
        if (!pending.isEmpty()) {
            changes.add(Updates.pushEach("pending", pending));
            changes.add(Updates.min("pendingSince", System.currentTimeMillis()));
            if (!leasedToAnother(stored)) changes.add(Updates.set("teller", relay.teller()));
        }
        return Updates.combine(changes);
    }

    private List<Document> pending(long told, FoldedCommands<A> folded) {
        var documents = new ArrayList<Document>();
        var sequence = told;
        for (var each : folded.told()) {
            var data = mapper.writeValueAsString(each.fact());
            if (data.getBytes(StandardCharsets.UTF_8).length > mostBytes.getAsInt())
                throw new Refuses(Decision.Refusal.TOO_LARGE);
            sequence++;
            documents.add(
                    new PendingFact(
                                    sequence,
                                    UUID.randomUUID().toString(),
                                    FactType.of(each.fact().getClass()),
                                    each.turn().time,
                                    each.turn().author,
                                    each.turn().trace,
                                    data)
                            .toDocument());
        }
        return documents;
    }
}
