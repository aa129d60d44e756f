package de.stadtforum.messaging.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all aggregates of the service have to tell, as the database holds it.
final class Outboxes {
    private static final Logger LOG = LoggerFactory.getLogger(Outboxes.class);
    private static final int PAGE = 1_000;
    private static final int NAMED = 20;
    private static final long AHEAD_MS = 60_000;

    private final Map<String, MongoCollection<Document>> collections = new ConcurrentHashMap<>();
    private final Map<String, String> topics = new ConcurrentHashMap<>();

    void tells(MongoCollection<Document> collection, String topic) {
        var name = collection.getNamespace().getCollectionName();
        topics.put(name, topic);
        // what a failover could take back must not be told
        collections.put(name, collection.withReadConcern(ReadConcern.MAJORITY));
    }

    String topicOf(MongoCollection<Document> collection) {
        var topic = topics.get(collection.getNamespace().getCollectionName());
        if (topic == null)
            throw new IllegalStateException("no topic for " + collection.getNamespace());
        return topic;
    }

    /// Those of these aggregates that have something to tell. One whose document cannot be read is parked.
    List<Outbox> read(Collection<Waiting> woken) {
        var found = new ArrayList<Outbox>();
        var atOnce = Outbox.atOnce(woken.size());
        byCollection(woken)
                .forEach((collection, ids) -> {
                    for (var each :
                            collection
                                    .find(and(in("_id", ids), gt("pendingSince", 0L)))
                                    .projection(Projections.include(Outbox.FIELDS))) {
                        try {
                            var outbox = Outbox.of(collection, topicOf(collection), each, atOnce);
                            if (!outbox.facts().isEmpty()) found.add(outbox);
                        } catch (
                                RuntimeException
                                        odd) { // whatever is wrong with it, the others go on
                            LOG.error(
                                    "the outbox of {} {} cannot be read: {}",
                                    collection.getNamespace().getCollectionName(),
                                    each.get("_id"),
                                    odd.getClass().getSimpleName());
                            park(
                                    new Waiting(collection, String.valueOf(each.get("_id"))),
                                    Parked.after(parkedIn(each), "Unreadable"));
                        }
                    }
                });
        return found;
    }

    private static @Nullable Parked parkedIn(Document document) {
        try {
            return Parked.of(document.get("parked", Document.class));
        } catch (RuntimeException odd) {
            return null;
        }
    }

    private Map<MongoCollection<Document>, List<String>> byCollection(Collection<Waiting> all) {
        var ids = new LinkedHashMap<MongoCollection<Document>, List<String>>();
        for (var each : all)
            ids.computeIfAbsent(
                            collections.get(each.collection().getNamespace().getCollectionName()),
                            _ -> new ArrayList<>())
                    .add(each.id());
        return ids;
    }

    void park(Waiting aggregate, Parked parked) {
        aggregate
                .collection()
                .updateOne(eq("_id", aggregate.id()), Updates.set("parked", parked.toDocument()));
    }

    /// Takes away what the broker has.
    ///
    /// @return those with more to tell: a command came meanwhile, or there was too much for one time
    List<Waiting> takeAway(List<Told> told) {
        var byCollection = new LinkedHashMap<MongoCollection<Document>, List<Told>>();
        for (var each : told)
            if (!each.facts().isEmpty())
                byCollection
                        .computeIfAbsent(each.outbox().collection(), _ -> new ArrayList<>())
                        .add(each);
        var more = new ArrayList<Waiting>();
        byCollection.forEach((collection, some) -> {
            if (!emptied(collection, some)) more.addAll(taken(collection, some));
        });
        return more;
    }

    /// One write for each, as a rule all that it takes.
    ///
    /// @return whether nothing is left to tell
    private static boolean emptied(MongoCollection<Document> collection, List<Told> told) {
        if (told.stream().anyMatch(each -> each.upTo() < each.outbox().newest())) return false;
        var writes = told.stream().map(each -> each.outbox().emptied(each.upTo())).toList();
        return collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)).getMatchedCount()
                == writes.size();
    }

    private static List<Waiting> taken(MongoCollection<Document> collection, List<Told> told) {
        collection.bulkWrite(
                told.stream().flatMap(each -> each.outbox().taken(each.upTo()).stream()).toList(),
                new BulkWriteOptions().ordered(true));
        return collection
                .withReadConcern(ReadConcern.MAJORITY)
                .find(
                        and(
                                in("_id", told.stream().map(each -> each.outbox().id()).toList()),
                                gt("pendingSince", 0L)))
                .projection(Projections.include("_id"))
                .map(each -> new Waiting(collection, each.getString("_id")))
                .into(new ArrayList<>());
    }

    /// Hands over what waits for longer than `age`, the oldest first and a thousand at a time, until it is all or enough;
    /// what another living instance is to tell, what is parked and what goes to a topic that is stopped stays.
    void leftBehind(
            Duration age,
            String me,
            Set<String> others,
            Predicate<String> stopped,
            Predicate<List<Waiting>> goOn) {
        for (var collection : collections.values()) {
            if (stopped.test(topicOf(collection))) continue;
            var now = System.currentTimeMillis();
            var since = 0L;
            var last = "";
            while (true) {
                var page =
                        collection
                                .find(
                                        and(
                                                after(since, last),
                                                // a clock that was ahead keeps nothing back
                                                or(
                                                        lte("pendingSince", now - age.toMillis()),
                                                        gt("pendingSince", now + AHEAD_MS)),
                                                or(
                                                        exists("parked", false),
                                                        lte("parked.until", now)),
                                                nin("teller", others)))
                                .projection(Projections.include("pendingSince", "teller"))
                                .sort(Sorts.ascending("pendingSince", "_id"))
                                .limit(PAGE)
                                .into(new ArrayList<>());
                if (page.isEmpty()) break;
                since = page.getLast().get("pendingSince", Number.class).longValue();
                last = String.valueOf(page.getLast().get("_id"));
                page.removeIf(each -> parksOdd(collection, each));
                lease(collection, page, me);
                var found =
                        page.stream()
                                .map(each -> new Waiting(collection, each.getString("_id")))
                                .toList();
                if (!goOn.test(found)) return;
            }
        }
    }

    /// An aggregate's id is text; what is none was written by somebody else.
    private static boolean parksOdd(MongoCollection<Document> collection, Document document) {
        if (document.get("_id") instanceof String) return false;
        collection.updateOne(
                eq("_id", document.get("_id")),
                Updates.set("parked", Parked.after(null, "Unreadable").toDocument()));
        return true;
    }

    private static Bson after(long since, String id) {
        return or(gt("pendingSince", since), and(eq("pendingSince", since), gt("_id", id)));
    }

    /// What a dead instance was to tell is this one's from now on.
    private static void lease(
            MongoCollection<Document> collection, List<Document> page, String me) {
        var orphans =
                page.stream()
                        .filter(each -> !me.equals(each.getString("teller")))
                        .map(each -> each.getString("_id"))
                        .toList();
        if (!orphans.isEmpty())
            collection.updateMany(
                    and(in("_id", orphans), gt("pendingSince", 0L)), Updates.set("teller", me));
    }

    /// How many aggregates have facts that are not told yet.
    long waiting() {
        return collections.values().stream()
                .mapToLong(collection -> collection.countDocuments(gt("pendingSince", 0L)))
                .sum();
    }

    /// Age of the oldest fact that waits and is not parked; zero when none does.
    Duration oldest() {
        var oldest = Long.MAX_VALUE;
        for (var collection : collections.values()) {
            var first =
                    collection
                            .find(and(gt("pendingSince", 0L), exists("parked", false)))
                            .projection(Projections.include("pendingSince"))
                            .sort(Sorts.ascending("pendingSince"))
                            .first();
            if (first != null)
                oldest = Math.min(oldest, first.get("pendingSince", Number.class).longValue());
        }
        return oldest == Long.MAX_VALUE
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(1, System.currentTimeMillis() - oldest));
    }

    /// The first that are parked: `collection id` to the reason.
    Map<String, String> parked() {
        var parked = new LinkedHashMap<String, String>();
        collections.forEach((name, collection) -> {
            for (var each :
                    collection
                            .find(and(gt("pendingSince", 0L), exists("parked", true)))
                            .projection(Projections.include("parked.reason"))
                            .limit(NAMED))
                parked.put(
                        name + " " + each.get("_id"),
                        each.getEmbedded(List.of("parked", "reason"), "Unreadable"));
        });
        return parked;
    }
}
