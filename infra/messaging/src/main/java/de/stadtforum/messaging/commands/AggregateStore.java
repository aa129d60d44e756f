package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.commands.CommandQueue.Turn;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.documents.BadCursor;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.messaging.documents.Transient;
import de.stadtforum.messaging.outbox.OutboxRelay;
import de.stadtforum.messaging.telemetry.Meters;
import de.stadtforum.messaging.telemetry.Spans;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the aggregates of one kind: one document each, changed by one write that sets the state and queues the facts it tells.
public final class AggregateStore<A> {
    private static final Logger LOG = LoggerFactory.getLogger(AggregateStore.class);

    /// Past so many bytes of untold facts an aggregate answers [Decision.Refusal#BUSY]; a document holds 16 MB.
    static final long MOST_PENDING_BYTES = 4_000_000;

    /// A command that was not written by then is answered with [Decision.Refusal#BUSY].
    private static final long DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

    /// So often a full outbox is looked at again before the command is refused: a broker that is there empties it soon.
    private static final int FULL_ATTEMPTS = 8;

    private static final Bson STAMP = Projections.include("version");
    private static final int UNAUTHORIZED = 13;
    private static final int NOT_AUTHENTICATED = 18;
    private static final int WRITE_CONFLICT = 112;
    private static final int BSON_TOO_LARGE = 10334;
    private static final int DUPLICATE = 11000;
    private static final int UPDATE_TOO_LARGE = 17419;
    private static final int INSERT_TOO_LARGE = 17420;

    private final MongoCollection<Document> collection;
    private final AggregateDocument<A> shape;
    private final AggregateTags<A> tags;
    private final Clock clock;
    private final OutboxRelay relay;
    private final Meters meters;
    private final Spans spans;
    private final CommandQueue<A> turns = new CommandQueue<>();
    private final Written<A> written = new Written<>();
    private final @Nullable Claims claims;
    private volatile Consumer<String> onWrite = _ -> {};

    /// @param claims null where any two aggregates may have the same values
    AggregateStore(
            MongoCollection<Document> collection,
            AggregateDocument<A> shape,
            AggregateTags<A> tags,
            @Nullable Claims claims,
            Clock clock,
            OutboxRelay relay,
            Meters meters,
            Spans spans) {
        this.collection = collection;
        this.shape = shape;
        this.tags = tags;
        this.claims = claims;
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
        return decide(id, decision, false);
    }

    /// Decides a command after which the aggregate is gone for good, as an erasure is: its facts are told, and nothing of its state is kept.
    /// [Decision.Refusal#NOT_FOUND] where there is none.
    public Decision<A> remove(String id, Function<A, Decision<A>> decision) {
        return decide(
                id,
                state ->
                        state == null
                                ? Decision.refused(Decision.Refusal.NOT_FOUND)
                                : decision.apply(state),
                true);
    }

    private Decision<A> decide(
            String id, Function<@Nullable A, Decision<A>> decision, boolean removes) {
        var kind = collection.getNamespace().getCollectionName();
        try (var step = spans.begin(Spans.Kind.INTERNAL, "decide " + kind, Trace.current())) {
            var turn = new Turn<>(decision, removes, clock.instant(), step.traceparent());
            var answer = turns.take(id, turn, this::serve);
            count(kind, answer);
            tags.decided(id, turn.before(), answer);
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
        tags.shows(id);
        return Optional.ofNullable(collection.find(eq(id)).first()).map(shape::state);
    }

    /// Another text whenever the aggregate was written; the same in each process.
    public String stamp(String id) {
        tags.shows(id);
        var found = collection.find(eq(id)).projection(STAMP).first();
        return found == null ? "0" : stamp(found);
    }

    /// Another text whenever one of those was written, of which there are few.
    public String stamp(Bson filter) {
        tags.shows(filter);
        var stamps = new StringBuilder();
        for (var each :
                collection
                        .find(filter)
                        .sort(Sorts.ascending("_id"))
                        .projection(STAMP)
                        .limit(Slice.MOST))
            stamps.append(each.getString("_id")).append(stamp(each));
        return Integer.toHexString(stamps.toString().hashCode());
    }

    private static String stamp(Document document) {
        return Long.toString(
                document.get("version", Number.class).longValue(), Character.MAX_RADIX);
    }

    /// The aggregates among these ids that exist, by id.
    public Map<String, A> findAll(Collection<String> ids) {
        var found = new LinkedHashMap<String, A>();
        if (ids.isEmpty()) return found;
        tags.shows(ids);
        collection
                .find(in("_id", ids))
                .sort(Sorts.ascending("_id"))
                .forEach(each -> {
                    var state = shape.state(each);
                    if (state != null) found.put(each.getString("_id"), state);
                });
        return found;
    }

    /// The first of a list, fields of the state named `state.…`.
    ///
    /// @param skip reads what it leaves out: [#slice] does not
    public List<A> page(Bson filter, Bson sort, int skip, int limit) {
        tags.shows(filter);
        var found = new ArrayList<A>();
        for (var each : collection.find(present(filter)).sort(sort).skip(skip).limit(limit)) {
            var state = shape.state(each);
            if (state != null) found.add(state);
        }
        return found;
    }

    /// Tells the id of each aggregate that this process has written, before the command is answered.
    ///
    /// @param reader one a store; if it fails, that is logged and changes nothing for the command
    public void onWrite(Consumer<String> reader) {
        onWrite = reader;
    }

    /// All of a kind of which a city has some thousands at most.
    public Followed<A> followed() {
        return new Followed<>(this, tags);
    }

    /// The documents behind it, for those who follow what changes; only the store writes them.
    public MongoCollection<Document> documents() {
        return collection;
    }

    /// What one of its documents says; nothing where it was removed.
    public Optional<A> read(Document document) {
        return Optional.ofNullable(shape.state(document));
    }

    /// All that fit, where they stay few whatever the city does: 200 at most, and a line in the program's own log where there are more.
    public List<A> few(Bson filter, Order order) {
        var found = slice(filter, order, null, Slice.MOST);
        if (found.next() != null)
            LOG.warn(
                    "{} holds more than {} of what should be few",
                    collection.getNamespace().getCollectionName(),
                    Slice.MOST);
        return found.lines();
    }

    /// All that fit, one after another, however many there are; what is written meanwhile is met or not.
    public void each(Bson filter, Order order, Consumer<A> reader) {
        String from = null;
        do {
            var part = slice(filter, order, from, Slice.MOST);
            part.lines().forEach(reader);
            from = part.next();
        } while (from != null);
    }

    /// Some aggregates of a list, and where the next begin.
    ///
    /// @param cursor null for the first
    /// @param limit 1 to 200
    /// @throws BadCursor when it is none, or belongs to another filter or order
    public Slice<A> slice(Bson filter, Order order, @Nullable String cursor, int limit) {
        tags.shows(filter);
        var found = Slice.of(collection, and(filter, exists("state")), order, cursor, limit);
        return found.map(each -> Objects.requireNonNull(shape.state(each)));
    }

    /// How many a list has in all; it costs a glance at the index of each, so not for what comes in masses.
    public long count(Bson filter, Order order) {
        tags.shows(filter);
        return collection.countDocuments(filter.toBsonDocument().isEmpty() ? order.all() : filter);
    }

    public long count(Bson filter) {
        tags.shows(filter);
        return collection.countDocuments(present(filter));
    }

    /// A filter that names a field of the state finds nothing that was removed by itself.
    private static Bson present(Bson filter) {
        return filter.toBsonDocument().isEmpty() ? exists("state") : filter;
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
                var stored = attempt == 1 ? written.take(id) : load(id);
                if (unsure.any() && stored.version() >= unsure.version()) {
                    // somebody wrote upon it: nobody knows upon what
                    if (stored.version() > unsure.version()) break;
                    var mine = unsure.writtenAs(stored.write());
                    if (mine != null) {
                        answer(id, waiting, mine);
                        return;
                    }
                    unsure.clear(); // it is another's, so none of them can be applied any more
                }
                if (stored.pendingBytes() < MOST_PENDING_BYTES) {
                    var next = FoldedCommands.of(stored.state(), waiting);
                    // not written, so nobody would notice that it is no longer so
                    if (next.changesNothing() && stored.remembered()) continue;
                    folded = next;
                    version = stored.version() + 1;
                    if (folded.changesNothing() || writeIfUnchanged(id, stored, folded, write)) {
                        answer(id, waiting, folded);
                        return;
                    }
                } else if (!stored.remembered()) {
                    relay.wake(collection, id);
                    if (attempt > FULL_ATTEMPTS) break;
                }
                if (stored.remembered()) continue;
            } catch (Refuses refuses) {
                // upon what is there it may be another answer
                if (attempt == 1 && refuses.reason() != Decision.Refusal.NOT_WRITABLE) continue;
                // it may be an own write that arrived late which stands in the way
                if (!unsure.any()) {
                    refuse(id, waiting, refuses.reason());
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

    private void answer(String id, List<Turn<A>> waiting, FoldedCommands<A> folded) {
        meters.folded(waiting.size());
        if (!folded.changesNothing()) tellReader(id);
        waiting.forEach(turn -> turn.together(waiting.size()));
        folded.answerAll();
    }

    /// What is written is written, whatever its reader makes of it.
    private void tellReader(String id) {
        try {
            onWrite.accept(id);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "{} is written, and its reader failed: {}",
                    collection.getNamespace().getCollectionName(),
                    failed.getClass().getName());
        }
    }

    /// What several commands were together may be too much where each alone is not.
    private void refuse(String id, List<Turn<A>> waiting, Reason reason) {
        if (waiting.size() == 1) waiting.getFirst().answer(Decision.refused(reason));
        else waiting.forEach(turn -> serve(id, List.of(turn)));
    }

    private static void backOff(int attempt) {
        var longest = TimeUnit.MILLISECONDS.toNanos(Math.min(200, 4L << Math.min(attempt, 6)));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest / 4, longest));
    }

    private StoredAggregate<A> load(String id) {
        var document = collection.withReadConcern(ReadConcern.MAJORITY).find(eq(id)).first();
        return document == null ? StoredAggregate.none() : shape.read(document);
    }

    private static void settle(Claims.Settlement settlement) {
        try {
            settlement.written();
        } catch (MongoException away) { // it stays open, and the sweep settles it
            LOG.warn("a claim is left open: {}", away.toString());
        }
    }

    private Claims.Settlement claim(String id, @Nullable A before, @Nullable A next) {
        if (claims == null) return () -> {};
        return claims.claim(
                id,
                before == null ? null : shape.documentOf(before),
                next == null ? null : shape.documentOf(next));
    }

    private boolean writeIfUnchanged(
            String id, StoredAggregate<A> stored, FoldedCommands<A> folded, String write) {
        var pending = shape.pending(stored.told(), folded);
        var settlement = claim(id, stored.state(), folded.state());
        try {
            if (stored.version() == 0)
                collection.insertOne(shape.created(id, folded, pending, write));
            else if (collection
                            .updateOne(
                                    shape.unchanged(id, stored, pending),
                                    shape.changes(stored, folded, pending, write))
                            .getMatchedCount()
                    == 0) return false;
        } catch (BsonMaximumSizeExceededException _) {
            throw new Refuses(Decision.Refusal.TOO_LARGE);
        } catch (MongoException failed) {
            return switch (failed.getCode()) {
                case DUPLICATE, WRITE_CONFLICT -> false; // its id is the only thing that is unique
                case BSON_TOO_LARGE, UPDATE_TOO_LARGE, INSERT_TOO_LARGE ->
                        throw new Refuses(Decision.Refusal.TOO_LARGE);
                case UNAUTHORIZED, NOT_AUTHENTICATED ->
                        throw new Refuses(Decision.Refusal.NOT_WRITABLE);
                default -> throw failed;
            };
        }
        written.remember(id, shape.written(stored, folded, pending, write));
        if (!pending.isEmpty()) relay.wake(collection, id);
        settle(settlement);
        return true;
    }
}
