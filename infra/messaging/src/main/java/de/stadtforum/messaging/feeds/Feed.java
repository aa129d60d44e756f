package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoNamespace;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.messaging.context.CacheTags;
import de.stadtforum.messaging.documents.BadCursor;
import de.stadtforum.messaging.documents.Changes;
import de.stadtforum.messaging.documents.Documents;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Remembered;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.messaging.documents.Stored;
import de.stadtforum.messaging.log.FactRecord;
import de.stadtforum.messaging.telemetry.Spans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The local copy of what another service tells: one document for each of its aggregates, a pure fold of that aggregate's facts.
public final class Feed<P> {
    /// So soon a process sees that another one has exchanged the collection.
    public static final Duration LOOK = Duration.ofMillis(500);

    private static final int ATTEMPTS = 20;
    private static final int DUPLICATE = 11000;
    private static final int WRITE_CONFLICT = 112;
    private static final int MOST_FEW = 5_000;
    private final Fold<P, ? extends Fact> fold;
    private final MongoDatabase database;
    private final DeadLetters deadLetters;
    private final JsonMapper mapper;
    private final ReentrantLock turn = new ReentrantLock();
    private final Use use;
    private final Supplier<String> register;
    private final Supplier<String> running;
    private final Drops drops;
    private final Sources sources;
    private final Spans spans;
    private final Remembered<Map<String, Known<P>>> few;
    private @Nullable ReadBefore<P> readBefore;
    private final List<Rollup<P, ?, ?>> rollups = new CopyOnWriteArrayList<>();
    private final Map<String, List<FactRecord>> held = new LinkedHashMap<>();

    /// What a feed's collection is for.
    public enum Use {
        /// The one that the service reads; facts come from the live end.
        LIVE,
        /// To become the one that the service reads: reactions that the running one has not made are made here. What it cannot take
        /// is kept under a name of its own until then.
        REBUILD,
        /// To see what was known once; nothing follows from it.
        REPLAY
    }

    /// @param register says which collection this is now: another process may have exchanged it
    /// @param running says which one the service reads now
    /// @param drops what it goes on without
    Feed(
            Fold<P, ? extends Fact> fold,
            MongoDatabase database,
            DeadLetters deadLetters,
            JsonMapper mapper,
            Sources sources,
            Use use,
            Supplier<String> register,
            Supplier<String> running,
            Drops drops,
            Spans spans) {
        this.fold = fold;
        this.database = database;
        this.deadLetters = deadLetters;
        this.mapper = mapper;
        this.use = use;
        this.register = register;
        this.running = running;
        this.drops = drops;
        this.sources = sources;
        this.spans = spans;
        this.few = new Remembered<>(LOOK, this::readFew);
    }

    public String name() {
        return fold.name();
    }

    public Optional<P> find(String aggregate) {
        return known(aggregate).map(Known::state);
    }

    public Optional<Known<P>> known(String aggregate) {
        return Optional.ofNullable(current().find(eq(aggregate)).first()).map(this::known);
    }

    /// Keeps something by key of what is known; to be said before the first fact is heard, with a version of the feed that is raised.
    public <L, R> Rollup<P, L, R> rolledUp(Rolling<P, L, R> rolling) {
        var rollup = new Rollup<>(rolling, this, database::getCollection, mapper);
        rollup.createIndexes();
        rollups.add(rollup);
        return rollup;
    }

    /// The rollup of the same name that belongs to this collection.
    ///
    /// @throws IllegalArgumentException when there is none
    @SuppressWarnings("unchecked")
    public <L, R> Rollup<P, L, R> same(Rollup<P, L, R> other) {
        return (Rollup<P, L, R>)
                rollups.stream()
                        .filter(each -> each.rolling() == other.rolling())
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(name() + " lacks " + other.name()));
    }

    /// Computes what is kept by key where it was written to, in a collection that nobody reads yet.
    public void rollWritten() {
        rollups.forEach(Rollup::rollWritten);
    }

    void rollMarked() {
        rollups.forEach(Rollup::rollMarked);
    }

    /// Keys of which what is kept is not computed again yet: those of the first 200 writes that are not counted.
    public int uncounted() {
        return rollups.stream().mapToInt(Rollup::uncounted).sum();
    }

    /// For how long the oldest of them has been due.
    public Duration uncountedFor() {
        return rollups.stream()
                .map(Rollup::uncountedFor)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    boolean isLive() {
        return use == Use.LIVE;
    }

    /// What is known of these aggregates; a reference that is not known yet is normal.
    public Map<String, P> findAll(Collection<String> aggregates) {
        var found = new LinkedHashMap<String, P>();
        if (aggregates.isEmpty()) return found;
        current()
                .find(in("_id", aggregates))
                .sort(Sorts.ascending("_id"))
                .forEach(each -> found.put(each.getString("_id"), known(each).state()));
        return found;
    }

    /// Everything known, by aggregate id, however much it is: for reports.
    public List<Known<P>> all() {
        return current()
                .find()
                .sort(Sorts.ascending("_id"))
                .map(this::known)
                .into(new ArrayList<>());
    }

    /// All of a feed that stays small whatever the city does, by aggregate id, from memory: what this process hears is in it at once, what
    /// another one hears within half a second.
    ///
    /// @throws IllegalStateException where there are more than 5,000
    public Map<String, Known<P>> few() {
        return few.get();
    }

    /// Whole once, then what changed.
    private synchronized Map<String, Known<P>> readFew() {
        var collection = current();
        var before = readBefore;
        // whatever fails on the way is read whole the next time
        readBefore = null;
        if (before == null || !before.place.equals(collection.getNamespace()))
            before = ReadBefore.of(collection);
        var all = before.all.isEmpty() ? wholeOf(collection) : new TreeMap<>(before.all);
        before.changes.read(
                page -> page.forEach(each -> all.put(each.getString("_id"), known(each))));
        if (all.size() > MOST_FEW)
            throw new IllegalStateException(name() + " has more than " + MOST_FEW);
        readBefore = new ReadBefore<>(before.place, before.changes, all);
        return Collections.unmodifiableMap(all);
    }

    private TreeMap<String, Known<P>> wholeOf(MongoCollection<Document> collection) {
        var all = new TreeMap<String, Known<P>>();
        collection
                .find()
                .sort(Sorts.ascending("_id"))
                .limit(MOST_FEW + 1)
                .forEach(each -> all.put(each.getString("_id"), known(each)));
        return all;
    }

    private record ReadBefore<P>(
            MongoNamespace place, Changes changes, TreeMap<String, Known<P>> all) {
        static <P> ReadBefore<P> of(MongoCollection<Document> collection) {
            var changes = new Changes(collection, System.currentTimeMillis());
            return new ReadBefore<>(collection.getNamespace(), changes, new TreeMap<>());
        }
    }

    /// Some of a list, and where the next begin; fields of the projection are named `state.…`.
    ///
    /// @param cursor null for the first
    /// @param limit 1 to 200
    /// @throws BadCursor when it is none, or belongs to another filter or order
    public Slice<Known<P>> slice(Bson filter, Order order, @Nullable String cursor, int limit) {
        return Slice.of(current(), filter, order, cursor, limit).map(this::known);
    }

    private Known<P> known(Document document) {
        return new Known<>(
                document.getString("_id"),
                document.get("sequence", Number.class).longValue(),
                document.getBoolean("stopped", false),
                stateOf(document));
    }

    P stateOf(Document document) {
        return stateOf(mapper, document, fold.zero());
    }

    /// The same feed in another collection.
    public Feed<P> beside(String otherCollection, Use otherUse) {
        var beside = of(fold, otherCollection, otherUse, drops);
        rollups.forEach(each -> beside.rolledUp(each.rolling()));
        return beside;
    }

    /// The feed as an older version of its fold makes it, in another collection.
    ///
    /// @throws FoldNotKept when the program does not have it any more
    public Feed<?> beside(String otherCollection, Use otherUse, int version) {
        return inVersion(version, otherCollection, otherUse, drops);
    }

    /// To see what was known once, as a fold of that version made it and without the facts that were dropped then.
    ///
    /// @throws FoldNotKept when the program does not have that version any more
    public Feed<?> replayed(
            String otherCollection, int version, Collection<DroppedFact> withoutThese) {
        return inVersion(version, otherCollection, Use.REPLAY, Drops.pinned(withoutThese, name()));
    }

    /// What is kept by key is kept of an older fold too, where its documents are of the same kind.
    @SuppressWarnings("unchecked")
    private Feed<?> inVersion(int version, String otherCollection, Use otherUse, Drops without) {
        var other = fold.inVersion(version);
        var beside = of(other, otherCollection, otherUse, without);
        if (isLike(beside)) rollups.forEach(each -> ((Feed<P>) beside).rolledUp(each.rolling()));
        return beside;
    }

    /// @throws FoldNotKept when the program does not have its fold in this version
    public void requireVersion(int version) {
        var _ = fold.inVersion(version);
    }

    /// Whether its documents are of this kind.
    public boolean keeps(Class<?> state) {
        return fold.zero().getClass() == state;
    }

    /// Whether its documents are of the same kind.
    public boolean isLike(Feed<?> other) {
        return fold.zero().getClass() == other.fold.zero().getClass();
    }

    private <Q> Feed<Q> of(
            Fold<Q, ? extends Fact> other, String otherCollection, Use otherUse, Drops without) {
        var beside =
                new Feed<>(
                        other,
                        database,
                        deadLetters,
                        mapper,
                        sources,
                        otherUse,
                        () -> otherCollection,
                        this::collectionOfRunning,
                        without,
                        Spans.NONE);
        beside.createIndexes();
        return beside;
    }

    void createIndexes() {
        Index.create(current(), fold.indexes());
    }

    /// Raised with every change of what the fold makes of the same facts.
    public int version() {
        return fold.version();
    }

    /// A projection of an older version is not read for its figures, but until it is rebuilt.
    Stored stored() {
        return stored(name(), version(), fold.zero());
    }

    /// What it keeps by key.
    List<Stored> storedByKey() {
        return rollups.stream()
                .<Stored>map(each ->
                        stored(each.name(), each.rolling().version(), each.rolling().zero()))
                .toList();
    }

    private Stored stored(String of, int inVersion, Object zero) {
        return new Stored(
                of,
                inVersion,
                zero.getClass(),
                (state, _) -> stateOf(mapper, new Document("state", state), zero));
    }

    /// Some of it was last written by a program with an older fold, as it happens while one instance after the other is exchanged.
    boolean foldedByOlder() {
        return fold.version() > 1
                && current()
                                .find(or(lt("fold", fold.version()), exists("fold", false)))
                                .projection(Projections.include("_id"))
                                .first()
                        != null;
    }

    private String collectionOfRunning() {
        return running.get();
    }

    public Class<? extends Fact> owner() {
        return fold.owner();
    }

    public String collectionName() {
        return register.get();
    }

    MongoCollection<Document> current() {
        return database.getCollection(collectionName());
    }

    public void dropCollection() {
        current().drop();
        rollups.forEach(Rollup::drop);
        few.forget();
    }

    public List<String> stopped() {
        return stopped(Set.of());
    }

    /// Aggregates with which it does not go on, the first twenty.
    ///
    /// @param without these
    public List<String> stopped(Set<String> without) {
        return current()
                .find(and(eq("stopped", true), nin("_id", without)))
                .sort(Sorts.ascending("_id"))
                .limit(20)
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>());
    }

    /// Takes its share of a poll. Returns only when every progress was written; the poll may come again.
    public void take(List<FactRecord> poll) {
        turn.lock();
        try {
            takeInto(poll);
        } finally {
            turn.unlock();
        }
    }

    /// Tries the dead letters of one aggregate again, in order.
    public void replay(String aggregate) {
        turn.lock();
        try {
            takeInto(Map.of(aggregate, waiting(aggregate)), true);
        } finally {
            turn.unlock();
        }
    }

    /// Exchanges the running collection while no poll of this process is under way.
    ///
    /// @param catchUp brings the new one up to the log's end and enters it into the register
    public void exchange(Runnable catchUp) {
        turn.lock();
        try {
            catchUp.run();
        } finally {
            few.forget();
            turn.unlock();
        }
    }

    private void takeInto(List<FactRecord> poll) {
        var byAggregate = new LinkedHashMap<String, List<FactRecord>>();
        for (var each : poll)
            byAggregate
                    .computeIfAbsent(
                            sources.key(fold.owner(), each.envelope()), _ -> new ArrayList<>())
                    .add(each);
        takeInto(byAggregate, false);
    }

    /// What another process wrote or exchanged meanwhile is looked at anew; letters that were kept before it are tidied up then.
    private void takeInto(Map<String, List<FactRecord>> byAggregate, boolean letters) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var target = current().withReadConcern(ReadConcern.MAJORITY);
            if (attempt(target, byAggregate, letters || attempt > 1)) return;
        }
        throw new IllegalStateException("another process wins again and again");
    }

    private boolean attempt(
            MongoCollection<Document> target,
            Map<String, List<FactRecord>> byAggregate,
            boolean letters) {
        CacheTags.changesMore();
        var before = documents(target, byAggregate.keySet());
        var reacted = reacted(byAggregate.keySet());
        var withDrops = drops.aggregates();
        var runs = new LinkedHashMap<String, FeedRun<P, ?>>();
        var given = new LinkedHashMap<String, List<FactRecord>>();
        byAggregate.forEach((aggregate, facts) -> {
            var progress = before.get(aggregate);
            var run =
                    new FeedRun<>(
                            fold,
                            aggregate,
                            progress,
                            lettersName(),
                            withDrops.contains(aggregate) ? drops.of(aggregate) : Map.of(),
                            mapper,
                            reacted.getOrDefault(
                                    aggregate, use == Use.REPLAY ? Long.MAX_VALUE : 0L),
                            spans);
            runs.put(aggregate, run);
            var all = new ArrayList<>(facts);
            if (progress != null && progress.getBoolean("stopped", false))
                all.addAll(waiting(aggregate));
            all.sort(Comparator.comparingLong(each -> each.envelope().sequence()));
            given.put(aggregate, all);
            new LinkedHashSet<>(all).forEach(each -> run.hear(each.heard(), each.envelope()));
        });
        var written = false;
        var rolls = rolls(runs);
        try {
            rolls.forEach(Rollup.Write::begin);
            var news = new HashSet<String>();
            if (use != Use.REPLAY)
                runs.forEach((aggregate, run) -> {
                    if (deadLetters.keep(run.parked())) news.add(aggregate);
                });
            written = write(target, before, runs, news);
        } finally {
            few.forget();
            for (var run : runs.values()) run.end(written);
            rolls.forEach(Rollup.Write::end);
        }
        if (!written) return false;
        if (use == Use.REPLAY) {
            runs.forEach((aggregate, run) ->
                    hold(aggregate, given.getOrDefault(aggregate, List.of()), run.sequence()));
            return true;
        }
        var settled = new ArrayList<String>();
        runs.forEach((aggregate, run) -> {
            var old = before.get(aggregate);
            if (letters || old != null && old.getBoolean("stopped", false))
                settled.addAll(run.settled());
        });
        deadLetters.forget(settled);
        return true;
    }

    /// A replay keeps no letters: what comes before its turn waits here.
    private void hold(String aggregate, List<FactRecord> heard, long taken) {
        var early =
                new LinkedHashSet<>(heard)
                        .stream().filter(each -> each.envelope().sequence() > taken).toList();
        if (early.isEmpty()) held.remove(aggregate);
        else held.put(aggregate, early);
    }

    private List<Rollup<P, ?, ?>.Write> rolls(Map<String, FeedRun<P, ?>> runs) {
        var rolls = new ArrayList<Rollup<P, ?, ?>.Write>();
        for (var rollup : rollups) {
            var roll = rollup.new Write();
            runs.values().forEach(run -> roll.concerns(run.before(), run.state()));
            rolls.add(roll);
        }
        return rolls;
    }

    private static Map<String, Document> documents(
            MongoCollection<Document> target, Collection<String> aggregates) {
        var found = new LinkedHashMap<String, Document>();
        target.find(in("_id", aggregates)).forEach(each -> found.put(each.getString("_id"), each));
        return found;
    }

    /// Up to where the running feed has reacted, for one that is to take its place.
    private Map<String, Long> reacted(Collection<String> aggregates) {
        var reacted = new LinkedHashMap<String, Long>();
        if (use == Use.REBUILD && fold.reaction() != null)
            database.getCollection(running.get())
                    .find(in("_id", aggregates))
                    .projection(Projections.include("sequence"))
                    .forEach(each ->
                            reacted.put(
                                    each.getString("_id"),
                                    each.get("sequence", Number.class).longValue()));
        return reacted;
    }

    private String lettersName() {
        return use == Use.REBUILD ? collectionName() : fold.name();
    }

    private List<FactRecord> waiting(String aggregate) {
        if (use == Use.REPLAY) return held.getOrDefault(aggregate, List.of());
        var letters = new ArrayList<FactRecord>();
        for (var letter : deadLetters.of(lettersName(), aggregate)) {
            var heard = DeadLetter.heard(letter);
            var alarm = DeadLetter.Cause.DIVERGED.name().equals(letter.getString("cause"));
            if (heard != null && !alarm)
                letters.add(new FactRecord(heard, Envelope.of(heard.headers())));
        }
        return letters;
    }

    /// @param news aggregates of which dead letters were kept that were not there before: whoever decides without them begins again
    private boolean write(
            MongoCollection<Document> target,
            Map<String, Document> before,
            Map<String, FeedRun<P, ?>> runs,
            Set<String> news) {
        var writes = new ArrayList<WriteModel<Document>>();
        runs.forEach((aggregate, run) -> {
            var old = before.get(aggregate);
            var revision = old == null ? 0 : revision(old);
            var next = run.progress(revision + 1);
            if (old == null) writes.add(new InsertOneModel<>(next));
            else if (news.contains(aggregate) || !said(next).equals(said(old)))
                writes.add(
                        new ReplaceOneModel<>(
                                and(
                                        eq(aggregate),
                                        eq("sequence", old.get("sequence")),
                                        eq("fact", old.get("fact")),
                                        eq("revision", old.get("revision"))),
                                next));
        });
        if (writes.isEmpty()) return true;
        try {
            var result = target.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getMatchedCount() + result.getInsertedCount() == writes.size();
        } catch (MongoBulkWriteException lost) {
            // what the majority does not have is not taken
            if (lost.getWriteConcernError() != null) throw lost;
            if (lost.getWriteErrors().stream()
                    .allMatch(error ->
                            error.getCode() == DUPLICATE || error.getCode() == WRITE_CONFLICT))
                return false;
            throw lost;
        }
    }

    /// Documents of older programs have none.
    private static long revision(Document progress) {
        var revision = progress.get("revision", Number.class);
        return revision == null ? 0 : revision.longValue();
    }

    /// What it says, not when it was written.
    private static Document said(Document progress) {
        var said = new Document(progress);
        said.remove("revision");
        said.remove("changed");
        return said;
    }

    @SuppressWarnings("unchecked")
    static <P> P stateOf(JsonMapper mapper, Document document, P zero) {
        return (P) mapper.convertValue(document.get("state"), zero.getClass());
    }

    static Document documentOf(JsonMapper mapper, Object state) {
        return new Document(mapper.convertValue(state, Documents.MAP));
    }
}
