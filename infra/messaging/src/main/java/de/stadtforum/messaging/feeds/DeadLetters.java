package de.stadtforum.messaging.feeds;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.context.Author;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/// What the feeds of this service could not take, and what an operator decided to drop.
public final class DeadLetters {
    private static final int MOST = 1_000;
    private final MongoCollection<Document> letters;
    private final MongoCollection<Document> drops;

    public DeadLetters(MongoDatabase database) {
        letters = database.getCollection("dead_letters");
        letters.createIndex(Indexes.ascending("feed", "aggregate", "sequence"));
        drops = database.getCollection("drops");
        drops.createIndex(Indexes.ascending("feed", "aggregate"));
    }

    void keep(Collection<Document> documents) {
        for (var document : documents)
            letters.replaceOne(
                    eq(document.getString("_id")), document, new ReplaceOptions().upsert(true));
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

    public List<DeadLetter> all() {
        return letters.find()
                .sort(Sorts.ascending("feed", "aggregate", "sequence"))
                .limit(MOST)
                .map(DeadLetter::of)
                .into(new ArrayList<>());
    }

    /// What stops no aggregate and is wrong all the same; the first twenty.
    public List<DeadLetter> alarms() {
        return letters.find(
                        in(
                                "cause",
                                DeadLetter.Cause.DIVERGED.name(),
                                DeadLetter.Cause.UNREADABLE_ENVELOPE.name()))
                .sort(Sorts.ascending("_id"))
                .limit(20)
                .map(DeadLetter::of)
                .into(new ArrayList<>());
    }

    /// How many letters there are of each feed.
    public Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        letters.find()
                .projection(Projections.include("feed"))
                .forEach(letter -> counts.merge(letter.getString("feed"), 1L, Long::sum));
        return counts;
    }

    Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(eq(id)).first()).map(DeadLetter::of);
    }

    /// Recorded for good: every rebuild of the feed obeys it.
    public void drop(String feed, String aggregate, long sequence, Author by, String at) {
        var id = feed + "/" + aggregate + "/" + sequence;
        var drop =
                new Document("_id", id)
                        .append("feed", feed)
                        .append("aggregate", aggregate)
                        .append("sequence", sequence)
                        .append("account", by.account())
                        .append("at", at);
        drops.replaceOne(eq(id), drop, new ReplaceOptions().upsert(true));
    }

    Set<Long> dropped(String feed, String aggregate) {
        return drops.find(and(eq("feed", feed), eq("aggregate", aggregate)))
                .map(each -> each.get("sequence", Number.class).longValue())
                .into(new HashSet<>());
    }

    /// The aggregates of which this feed was told to drop something.
    public Set<String> droppedOf(String feed) {
        return drops.find(eq("feed", feed))
                .map(each -> each.getString("aggregate"))
                .into(new HashSet<>());
    }
}
