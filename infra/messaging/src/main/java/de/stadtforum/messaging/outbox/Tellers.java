package de.stadtforum.messaging.outbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The instances of this service that tell. Each counts on, about twice a second; one whose count stands still is dead, and the others
/// tell what it has leased. No clock is compared with another's: everybody measures with his own how long a count stands still.
///
/// One that counts and gets nothing to the broker says so, and one that does takes over from it; where nobody does, everybody keeps what is his.
///
/// A count that is not the last one written says that the database was exchanged under the running service for an older copy.
public final class Tellers {
    /// Silent for so long is dead.
    public static final Duration SILENCE = Duration.ofSeconds(3);

    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    /// So long in vain is unable.
    static final Duration IN_VAIN = Duration.ofSeconds(5);

    private record Heard(long count, boolean unable, long at) {
        boolean olderThan(Duration age) {
            return System.nanoTime() - at > age.toNanos();
        }
    }

    private final MongoCollection<Document> counts;
    private final String me = UUID.randomUUID().toString();
    private final Map<String, Heard> others = new ConcurrentHashMap<>();
    // a write whose answer was lost leaves open which of them stands there
    private long surely;
    private long perhaps;
    private boolean joined;
    private volatile @Nullable Long inVainSince;

    public Tellers(MongoDatabase database) {
        counts = database.getCollection("tellers");
    }

    /// This instance, as documents name it.
    public String me() {
        return me;
    }

    /// Counts on and listens to the others.
    ///
    /// @param exchanged done before it counts in a database that is not the one that was counted in before
    synchronized void count(Runnable exchanged) {
        var next = perhaps + 1;
        var known = !joined || goOn(next);
        if (!known) exchanged.run();
        if (!joined || !known) {
            perhaps = next;
            counts.replaceOne(
                    eq(me),
                    new Document("_id", me).append("count", next).append("unable", unable()),
                    new ReplaceOptions().upsert(true));
            joined = true;
        }
        surely = next;
        listen();
    }

    private boolean goOn(long next) {
        var last = and(eq(me), gte("count", surely), lte("count", perhaps));
        perhaps = next;
        return counts.updateOne(
                                last,
                                Updates.combine(
                                        Updates.set("count", next),
                                        Updates.set("unable", unable())))
                        .getMatchedCount()
                == 1;
    }

    private void listen() {
        var there = new HashSet<String>();
        for (var each : counts.find()) {
            var teller = each.getString("_id");
            if (teller.equals(me)) continue;
            there.add(teller);
            var count = each.get("count", Number.class).longValue();
            var before = others.get(teller);
            if (before == null || before.count != count)
                others.put(
                        teller,
                        new Heard(count, each.getBoolean("unable", false), System.nanoTime()));
            else if (before.olderThan(FORGOTTEN))
                counts.deleteOne(and(eq(teller), eq("count", count)));
        }
        others.keySet().retainAll(there);
    }

    /// Whether the database is still the one that was counted in; asked before something is told.
    synchronized boolean databaseIsTheSame() {
        if (!joined) count(() -> {});
        var mine = counts.find(eq(me)).first();
        if (mine == null) return false;
        var count = mine.get("count", Number.class).longValue();
        return count >= surely && count <= perhaps;
    }

    /// The broker took something, or there was nothing for it.
    void able() {
        inVainSince = null;
    }

    /// Nothing got through.
    void inVain() {
        if (inVainSince == null) inVainSince = System.nanoTime();
    }

    private boolean unable() {
        var since = inVainSince;
        return since != null && System.nanoTime() - since > IN_VAIN.toNanos();
    }

    /// The other instances that are there, dead ones not among them, nor, while this one's facts get through, those whose facts do not.
    public Set<String> others() {
        var mineGetThrough = inVainSince == null;
        var alive = new HashSet<String>();
        others.forEach((teller, heard) -> {
            if (!heard.olderThan(SILENCE) && !(heard.unable && mineGetThrough)) alive.add(teller);
        });
        return alive;
    }

    /// What this instance has leased is free at once.
    synchronized void leave() {
        counts.deleteOne(eq(me));
        joined = false;
    }
}
