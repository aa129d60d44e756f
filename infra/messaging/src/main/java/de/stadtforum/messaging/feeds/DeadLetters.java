package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.documents.Index;
import de.stadtforum.messaging.documents.Remembered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What the feeds of this service could not take, and what an operator decided to drop.
public final class DeadLetters {
    private static final int MOST = 1_000;
    private static final int DUE = 100;
    private static final int NAMED = 20;
    private static final long LONGEST_PAUSE_MS = 60_000;
    private final MongoCollection<Document> letters;
    private final MongoCollection<Document> drops;
    private final MongoCollection<Document> dismissals;
    private final Remembered<Map<String, Set<String>>> withDrops;

    public DeadLetters(MongoDatabase database) {
        letters = database.getCollection("dead_letters");
        Index.create(
                letters,
                Index.on("feed", "aggregate", "sequence", "offset"),
                Index.on("feed", "cause", "attempts"),
                Index.on("cause", "_id"),
                Index.ofThoseWith("until"));
        drops = database.getCollection("drops");
        Index.create(drops, Index.on("feed", "aggregate", "sequence"), Index.on("at", "_id"));
        dismissals = database.getCollection("dismissals");
        withDrops = new Remembered<>(Feed.LOOK, this::readDropped);
    }

    /// What an operator has dismissed is not kept again, whoever reads the log once more.
    ///
    /// @return whether one of them was not there before
    boolean keep(Collection<Document> documents) {
        if (documents.isEmpty()) return false;
        var ids = documents.stream().map(each -> each.getString("_id")).toList();
        var dismissed =
                dismissals
                        .find(in("_id", ids))
                        .map(each -> each.getString("_id"))
                        .into(new HashSet<>());
        var kept = new HashMap<String, Document>();
        letters.find(in("_id", ids))
                .projection(Projections.include("cause", "attempts", "until"))
                .forEach(each -> kept.put(each.getString("_id"), each));
        var news = false;
        var writes = new ArrayList<WriteModel<Document>>();
        for (var document : documents) {
            var id = document.getString("_id");
            var before = kept.get(id);
            if (dismissed.contains(id)) continue;
            if (document.containsKey("rule")) countAttempt(document, before);
            // what waits behind a fact that stops its aggregate waits there with every poll
            else if (before != null && Objects.equals(document.get("cause"), before.get("cause")))
                continue;
            news |= before == null;
            writes.add(new ReplaceOneModel<>(eq(id), document, new ReplaceOptions().upsert(true)));
        }
        if (!writes.isEmpty()) letters.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        return news;
    }

    /// Aggregates whose reactions are refused for now and may yet be possible.
    public Set<String> passing(String feed) {
        return letters.find(
                        and(
                                eq("feed", feed),
                                eq("cause", DeadLetter.Cause.REFUSED.name()),
                                lt("attempts", DeadLetter.PATIENCE)))
                .limit(MOST)
                .map(each -> each.getString("aggregate"))
                .into(new HashSet<>());
    }

    /// What was dropped, with what cannot be tried again.
    public void forgetUpTo(String feed, String aggregate, long sequence) {
        letters.deleteMany(
                and(
                        eq("feed", feed),
                        eq("aggregate", aggregate),
                        lte("sequence", sequence),
                        ne("cause", DeadLetter.Cause.DIVERGED.name())));
    }

    private static void countAttempt(Document refused, @Nullable Document before) {
        var now = System.currentTimeMillis();
        var until = before == null ? null : before.get("until", Number.class);
        // a poll that came by before the pause was over is no attempt of its own
        if (before != null && until != null && until.longValue() > now) {
            refused.append("attempts", DeadLetter.attempts(before)).append("until", until);
            return;
        }
        var attempts = before == null ? 1 : DeadLetter.attempts(before) + 1;
        var pause = Math.min(LONGEST_PAUSE_MS, 250L << Math.min(attempts, 10));
        refused.append("attempts", attempts).append("until", now + pause);
    }

    /// The aggregates of these feeds whose refused reactions are due to be tried again: feed and aggregate.
    List<DeadLetter> due() {
        return letters.find(lte("until", System.currentTimeMillis()))
                .sort(Sorts.ascending("until"))
                .limit(DUE)
                .map(DeadLetter::of)
                .into(new ArrayList<>());
    }

    /// What a rebuild kept under the name of its own becomes the feed's; what the feed had, and does not need any more, goes when
    /// the aggregates are tried again.
    public void handOver(String from, String feed) {
        keep(
                letters.find(eq("feed", from))
                        .map(each ->
                                each.append("feed", feed)
                                        .append(
                                                "_id",
                                                feed
                                                        + each.getString("_id")
                                                                .substring(from.length())))
                        .into(new ArrayList<>()));
        forgetAllOf(from);
    }

    public void forgetAllOf(String feed) {
        letters.deleteMany(eq("feed", feed));
    }

    /// Names under which letters are kept.
    public Set<String> feeds() {
        return letters.distinct("feed", String.class).into(new HashSet<>());
    }

    /// An alarm was looked into: it goes, and does not come back with the next reading of the log.
    public void dismiss(String id, Author by, String at) {
        var dismissal = new Document("_id", id).append("account", by.account()).append("at", at);
        dismissals.replaceOne(eq(id), dismissal, new ReplaceOptions().upsert(true));
        forget(List.of(id));
    }

    public void forget(Collection<String> ids) {
        if (!ids.isEmpty()) letters.deleteMany(in("_id", ids));
    }

    public List<Document> of(String feed, String aggregate) {
        return letters.find(and(eq("feed", feed), eq("aggregate", aggregate)))
                .sort(Sorts.ascending("sequence", "offset"))
                .into(new ArrayList<>());
    }

    public Set<String> aggregatesOf(String feed) {
        return letters.find(eq("feed", feed))
                .map(each -> each.getString("aggregate"))
                .into(new HashSet<>());
    }

    /// Of these feeds, and those that no feed could place.
    public List<DeadLetter> all(Collection<String> feeds) {
        var names = new ArrayList<>(feeds);
        names.add(DeadLetter.NOBODYS);
        return letters.find(in("feed", names))
                .sort(Sorts.ascending("feed", "aggregate", "sequence"))
                .limit(MOST)
                .map(DeadLetter::of)
                .into(new ArrayList<>());
    }

    /// What stops no aggregate and is wrong all the same; the first twenty.
    public List<DeadLetter> alarms(Collection<String> feeds) {
        return letters
                .find(
                        in(
                                "cause",
                                DeadLetter.Cause.DIVERGED.name(),
                                DeadLetter.Cause.UNREADABLE_ENVELOPE.name()))
                .sort(Sorts.ascending("_id"))
                .limit(MOST)
                .map(DeadLetter::of)
                .into(new ArrayList<>())
                .stream()
                .filter(letter ->
                        feeds.contains(letter.feed()) || letter.feed().equals(DeadLetter.NOBODYS))
                .limit(NAMED)
                .toList();
    }

    /// How many letters there are of each of these feeds.
    public Map<String, Long> counts(Collection<String> feeds) {
        var counts = new TreeMap<String, Long>();
        for (var feed : feeds) counts.put(feed, letters.countDocuments(eq("feed", feed)));
        return counts;
    }

    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(eq(id)).first()).map(DeadLetter::of);
    }

    /// What an operator decided to go on without: the fact itself, or only what should have followed from it.
    public enum Drop {
        FACT,
        REACTION
    }

    /// Recorded for good: every rebuild of the feed obeys it.
    public void drop(
            String feed,
            String aggregate,
            long sequence,
            Drop what,
            String reason,
            Author by,
            String at) {
        var id = feed + "/" + aggregate + "/" + sequence;
        var drop =
                new Document("_id", id)
                        .append("feed", feed)
                        .append("aggregate", aggregate)
                        .append("sequence", sequence)
                        .append("what", what.name())
                        .append("reason", reason)
                        .append("account", by.account())
                        .append("at", at);
        drops.replaceOne(eq(id), drop, new ReplaceOptions().upsert(true));
        withDrops.forget();
    }

    /// What an operator dropped.
    ///
    /// @param upTo the last sequence of those dropped in one step
    /// @param facts how many they were
    public record Dropped(
            String feed, String aggregate, long upTo, long facts, String reason, Instant at) {}

    /// The newest first, those of one step together; at most twenty.
    public List<Dropped> dropped() {
        var steps = new LinkedHashMap<String, Dropped>();
        for (var each : drops.find().sort(Sorts.descending("at", "_id")).limit(MOST)) {
            var at = each.getString("at");
            var feed = each.getString("feed");
            var aggregate = each.getString("aggregate");
            var sequence = each.get("sequence", Number.class).longValue();
            steps.merge(
                    String.join("/", at, feed, aggregate),
                    new Dropped(
                            feed,
                            aggregate,
                            sequence,
                            1,
                            each.get("reason", ""),
                            Instant.parse(at)),
                    (known, more) ->
                            new Dropped(
                                    feed,
                                    aggregate,
                                    Math.max(known.upTo, more.upTo),
                                    known.facts + 1,
                                    known.reason,
                                    known.at));
            if (steps.size() > NAMED) break;
        }
        return steps.values().stream().limit(NAMED).toList();
    }

    /// Every fact that these feeds were told to go on without, ordered. A dismissed alarm is none: it stopped nothing, and no fold knows of it.
    public List<DroppedFact> droppedFacts(Collection<String> feeds) {
        return drops
                .find(in("feed", feeds))
                .sort(Sorts.ascending("feed", "aggregate", "sequence"))
                .into(new ArrayList<>())
                .stream()
                .filter(each -> Drop.valueOf(each.get("what", Drop.FACT.name())) == Drop.FACT)
                .map(each ->
                        new DroppedFact(
                                each.getString("feed"),
                                each.getString("aggregate"),
                                each.get("sequence", Number.class).longValue()))
                .toList();
    }

    /// By sequence; drops of older programs are of facts.
    Map<Long, Drop> dropped(String feed, String aggregate) {
        var dropped = new HashMap<Long, Drop>();
        drops.find(and(eq("feed", feed), eq("aggregate", aggregate)))
                .forEach(each ->
                        dropped.put(
                                each.get("sequence", Number.class).longValue(),
                                Drop.valueOf(each.get("what", Drop.FACT.name()))));
        return dropped;
    }

    /// The aggregates of which this feed was told to drop something.
    public Set<String> droppedOf(String feed) {
        return withDrops.get().getOrDefault(feed, Set.of());
    }

    private Map<String, Set<String>> readDropped() {
        var read = new HashMap<String, Set<String>>();
        drops.find()
                .projection(Projections.include("feed", "aggregate"))
                .forEach(each ->
                        read.computeIfAbsent(each.getString("feed"), _ -> new HashSet<>())
                                .add(each.getString("aggregate")));
        return read;
    }
}
