package de.stadtforum.reporting.jobs;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One instance at a time does jobs. Whoever holds it counts on; it expires when its count stands still, and each measures with a clock of its own
/// for how long: no clock is compared with another's.
@Component
class Lease {
    /// A count that stands still for so long is a dead instance's.
    static final Duration EXPIRY = Duration.ofSeconds(10);

    /// So often the holder counts on.
    static final Duration RENEWAL = Duration.ofSeconds(1);

    private static final String NAME = "jobs";
    private static final int DUPLICATE = 11000;
    private static final int WRITE_CONFLICT = 112;
    private final MongoCollection<Document> leases;
    private final String me = UUID.randomUUID().toString();
    private @Nullable Seen seen;

    private record Seen(String holder, long count, long at) {}

    Lease(MongoDatabase database) {
        leases = database.getCollection("leases").withReadConcern(ReadConcern.MAJORITY);
    }

    /// Whether this instance has it now; asked again and again by whoever wants it.
    boolean take() {
        var there = leases.find(eq(NAME)).first();
        if (there == null) return insert();
        var holder = there.getString("holder");
        var count = there.get("count", Number.class).longValue();
        if (holder.equals(me)) return renew();
        var before = seen;
        if (before == null || !before.holder.equals(holder) || before.count != count) {
            seen = new Seen(holder, count, System.nanoTime());
            return false;
        }
        return System.nanoTime() - before.at > EXPIRY.toNanos() && takeOver(holder, count);
    }

    private boolean insert() {
        try {
            leases.insertOne(new Document("_id", NAME).append("holder", me).append("count", 1L));
            return true;
        } catch (MongoWriteException lost) {
            if (lost.getCode() != DUPLICATE && lost.getCode() != WRITE_CONFLICT) throw lost;
            return false;
        }
    }

    private boolean takeOver(String holder, long count) {
        return leases.updateOne(
                                and(eq(NAME), eq("holder", holder), eq("count", count)),
                                Updates.combine(
                                        Updates.set("holder", me), Updates.inc("count", 1L)))
                        .getMatchedCount()
                == 1;
    }

    /// Counts on.
    ///
    /// @return whether this instance still has it
    boolean renew() {
        return leases.updateOne(and(eq(NAME), eq("holder", me)), Updates.inc("count", 1L))
                        .getMatchedCount()
                == 1;
    }

    /// The next need not wait until it expires.
    void giveBack() {
        leases.deleteOne(and(eq(NAME), eq("holder", me)));
    }
}
