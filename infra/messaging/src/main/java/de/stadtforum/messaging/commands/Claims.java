package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import de.stadtforum.messaging.documents.Index;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The values of a field that at most one aggregate of a kind has, a document for each: no unique index, which a sharded collection refuses.
///
/// A value is claimed before the state is written that has it, and given free after the state that had it. What a process leaves behind
/// that dies in between is open: whoever needs the value, or the sweep, first makes sure by a write upon the holder that nothing of the
/// dead one can still arrive.
final class Claims {
    private static final int DUPLICATE = 11000;

    /// A claim that stands still for so long, without its holder having the value, is nobody's.
    private static final Duration STILL = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int SWEPT = 1_000;

    private final MongoCollection<Document> claims;
    private final MongoCollection<Document> aggregates;
    private final String kind;
    private final String field;
    private final Reason taken;
    private Map<String, String> openBefore = Map.of();

    /// @param field of the state, a text
    /// @param taken how a command is refused that wants a value which another has
    Claims(
            MongoDatabase database,
            MongoCollection<Document> aggregates,
            String field,
            Reason taken) {
        this.claims = database.getCollection("claims").withReadConcern(ReadConcern.MAJORITY);
        this.aggregates = aggregates.withReadConcern(ReadConcern.MAJORITY);
        this.kind = aggregates.getNamespace().getCollectionName() + "." + field;
        this.field = field;
        this.taken = taken;
        Index.create(claims, Index.ofThoseWith("open"));
    }

    /// What is to be done once the state is written.
    interface Settlement {
        void written();
    }

    /// Claims what the next state has and the one before has not.
    ///
    /// @throws Refuses when another has it
    Settlement claim(String id, @Nullable Document before, @Nullable Document next) {
        var old = valueOf(before);
        var wanted = valueOf(next);
        if (Objects.equals(old, wanted)) return () -> {};
        var claimed = wanted == null ? null : claim(id, wanted);
        var given = old == null ? null : open(id, old);
        return () -> {
            if (wanted != null) close(wanted, claimed);
            if (old != null) free(old, given);
        };
    }

    private @Nullable String valueOf(@Nullable Document state) {
        return state == null ? null : state.getString(field);
    }

    private String key(String value) {
        return kind + "=" + value;
    }

    /// @return the claim's new token
    private String claim(String id, String value) {
        var token = UUID.randomUUID().toString();
        var end = System.nanoTime() + PATIENCE.toNanos();
        var stillSince = System.nanoTime();
        String seen = null;
        while (System.nanoTime() < end) {
            if (insert(id, value, token)) {
                refuseIfHeldByOther(id, value, token);
                return token;
            }
            var claim = claims.find(eq(key(value))).first();
            if (claim == null) continue;
            var its = claim.getString("token");
            var holder = claim.getString("holder");
            if (holder.equals(id)) {
                if (move(value, its, id, token)) return token;
                continue;
            }
            var there = aggregates.find(eq(holder)).first();
            if (holds(there, value)) throw new Refuses(taken);
            if (!its.equals(seen)) {
                seen = its;
                stillSince = System.nanoTime();
            }
            if (System.nanoTime() - stillSince > STILL.toNanos()
                    && fence(holder, there)
                    && move(value, its, id, token)) return token;
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new Refuses(Decision.Refusal.BUSY);
    }

    private boolean insert(String id, String value, String token) {
        try {
            claims.insertOne(
                    new Document("_id", key(value))
                            .append("kind", kind)
                            .append("value", value)
                            .append("holder", id)
                            .append("token", token)
                            .append("open", true));
            return true;
        } catch (MongoWriteException there) {
            if (there.getCode() != DUPLICATE) throw there;
            return false;
        }
    }

    /// A program without claims may have written it.
    private void refuseIfHeldByOther(String id, String value, String token) {
        var other =
                aggregates
                        .find(and(eq("state." + field, value), ne("_id", id)))
                        .projection(Projections.include("_id"))
                        .first();
        if (other == null) return;
        move(value, token, other.getString("_id"), token);
        close(value, token);
        throw new Refuses(taken);
    }

    private boolean move(String value, String token, String holder, String next) {
        return claims.updateOne(
                                and(eq(key(value)), eq("token", token)),
                                Updates.combine(
                                        Updates.set("holder", holder),
                                        Updates.set("token", next),
                                        Updates.set("open", true)))
                        .getMatchedCount()
                == 1;
    }

    private boolean holds(@Nullable Document aggregate, String value) {
        return aggregate != null && value.equals(valueOf(aggregate.get("state", Document.class)));
    }

    /// After this no write upon the aggregate as it was read can be applied.
    private boolean fence(String id, @Nullable Document read) {
        if (read == null) return insertRemoved(id);
        return aggregates
                        .updateOne(
                                and(eq(id), eq("version", read.get("version"))),
                                Updates.combine(
                                        Updates.inc("version", 1L),
                                        Updates.set("write", UUID.randomUUID().toString())))
                        .getMatchedCount()
                == 1;
    }

    private boolean insertRemoved(String id) {
        try {
            aggregates.insertOne(
                    AggregateDocument.removed(id).append("write", UUID.randomUUID().toString()));
            return true;
        } catch (MongoWriteException created) {
            if (created.getCode() != DUPLICATE) throw created;
            return false;
        }
    }

    /// @return its new token; null where there was none, as of a program without claims
    private @Nullable String open(String id, String value) {
        var token = UUID.randomUUID().toString();
        var mine = and(eq(key(value)), eq("holder", id));
        return claims.updateOne(
                                        mine,
                                        Updates.combine(
                                                Updates.set("token", token),
                                                Updates.set("open", true)))
                                .getMatchedCount()
                        == 1
                ? token
                : null;
    }

    private void close(String value, @Nullable String token) {
        claims.updateOne(and(eq(key(value)), eq("token", token)), Updates.unset("open"));
    }

    private void free(String value, @Nullable String token) {
        if (token != null) claims.deleteOne(and(eq(key(value)), eq("token", token)));
    }

    /// Settles what was open when it was swept the last time and has not been touched since.
    ///
    /// @return how many were left open
    int sweep() {
        var open = new HashMap<String, String>();
        for (var each : claims.find(and(eq("open", true), eq("kind", kind))).limit(SWEPT)) {
            var token = each.getString("token");
            if (!token.equals(openBefore.get(each.getString("_id")))
                    || !settle(each.getString("value"), each.getString("holder"), token))
                open.put(each.getString("_id"), token);
        }
        openBefore = open;
        return open.size();
    }

    private boolean settle(String value, String holder, String token) {
        var there = aggregates.find(eq(holder)).first();
        if (holds(there, value)) close(value, token);
        else if (fence(holder, there)) free(value, token);
        else return false;
        return true;
    }
}
