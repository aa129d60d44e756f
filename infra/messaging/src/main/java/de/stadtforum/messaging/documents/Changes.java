package de.stadtforum.messaging.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Follows a collection by when its documents changed, without change streams. Every change is seen at least once, the last state of
/// each document always; what was removed comes as a document without state.
///
/// Instances write the time of their own clocks, and a write may be seen late. So each read goes back a little behind the newest change
/// seen, and every ten seconds one looks back a whole minute, at ids and versions alone: what it finds late is given, and says how far
/// back all reads go for the next ten minutes. With clocks that agree a read costs what changed within two seconds, however large the
/// collection is and however much was written in the minute before; where nothing changed for two minutes, next to nothing.
public final class Changes {
    /// Clocks that are ten seconds apart, in both directions, and a write of ten seconds; and as much again.
    public static final Duration OVERLAP = Duration.ofSeconds(60);

    static final int BATCH = 1_000;
    static final Duration ORDINARY = Duration.ofSeconds(2);
    static final Duration LONG_LOOKS = Duration.ofSeconds(10);
    static final Duration LATE_FOR = Duration.ofMinutes(10);
    private static final Order ORDER = Order.ascending("changed");
    private static final Bson VERSIONS = Projections.include("changed", "version", "revision");
    private final MongoCollection<Document> collection;
    private final @Nullable Bson which;
    private final InstantSource clock;
    private final Duration longLooks;
    private final Map<Object, Seen> seen = new HashMap<>();
    private long position;
    // how far back reads go, at first as far as anything may be late
    private long reach = OVERLAP.toMillis();
    private long late;
    private long lastLong;
    private long lastRead;

    private record Seen(long changed, @Nullable Object write) {
        static Seen of(Document document) {
            var write = document.get("version");
            return new Seen(
                    document.get("changed", Number.class).longValue(),
                    write == null ? document.get("revision") : write);
        }
    }

    /// @param position up to where another reader came, in milliseconds since 1970; 0 begins with the first
    public Changes(MongoCollection<Document> collection, long position) {
        this(collection, null, position, InstantSource.system(), LONG_LOOKS);
    }

    /// Of some of the documents, which do not cease to be of them, for somebody who reads when he is told that there is something: each
    /// read looks back a minute.
    public static Changes thorough(MongoCollection<Document> collection, Bson which) {
        return new Changes(collection, which, 0, InstantSource.system(), Duration.ZERO);
    }

    Changes(
            MongoCollection<Document> collection,
            @Nullable Bson which,
            long position,
            InstantSource clock,
            Duration longLooks) {
        this.collection = collection;
        this.which = which;
        this.position = position;
        this.clock = clock;
        this.longLooks = longLooks;
    }

    /// The newest change that was given.
    public long position() {
        return position;
    }

    /// Gives what changed since it was asked last, the oldest first, at most 1,000 at a time; what was late comes before.
    ///
    /// @return how many there were
    public int read(Consumer<List<Document>> changed) {
        var now = clock.millis();
        var begin = position;
        var first = lastRead == 0;
        // whatever was late has come by then
        var quiet = !first && begin < lastRead - 2 * OVERLAP.toMillis();
        seen.values().removeIf(each -> each.changed < begin - OVERLAP.toMillis());
        if (!first && now - late > LATE_FOR.toMillis()) reach = ORDINARY.toMillis();
        var given = 0;
        if (first) lastLong = now;
        else if (now - lastLong >= longLooks.toMillis()) {
            if (!quiet) given += late(begin, now, changed);
            lastLong = now;
        }
        var from = Math.max(0, quiet ? begin : begin - reach);
        var page = page(gte("changed", from), null);
        while (!page.isEmpty()) {
            given += give(page, changed);
            // a clock that is far ahead must not leave the others behind
            position = Math.max(position, Math.min(changed(page.getLast()), now));
            page = page(after(page), null);
        }
        if (first) reach = ORDINARY.toMillis();
        lastRead = now;
        return given;
    }

    /// What came later than reads go back.
    private int late(long begin, long now, Consumer<List<Document>> changed) {
        var given = 0;
        var to = begin - reach;
        var from = gte("changed", begin - OVERLAP.toMillis());
        var page = page(and(from, lt("changed", to)), VERSIONS);
        while (!page.isEmpty() && changed(page.getFirst()) < to) {
            var missed =
                    page.stream().filter(each -> changed(each) < to).filter(this::isNew).toList();
            if (!missed.isEmpty()) {
                late = now;
                reach = Math.max(reach, begin - changed(missed.getFirst()) + ORDINARY.toMillis());
                var ids = missed.stream().map(each -> each.get("_id")).toList();
                given += give(collection.find(in("_id", ids)).into(new ArrayList<>()), changed);
            }
            page = page(after(page), VERSIONS);
        }
        return given;
    }

    private int give(List<Document> page, Consumer<List<Document>> changed) {
        var news = page.stream().filter(this::isNew).toList();
        if (!news.isEmpty()) changed.accept(news);
        for (var each : news) seen.put(each.get("_id"), Seen.of(each));
        return news.size();
    }

    private boolean isNew(Document document) {
        return !Seen.of(document).equals(seen.get(document.get("_id")));
    }

    private static long changed(Document document) {
        return document.get("changed", Number.class).longValue();
    }

    private List<Document> page(Bson range, @Nullable Bson projection) {
        return collection
                .find(which == null ? range : and(which, range))
                .projection(projection)
                .sort(ORDER.sort())
                .limit(BATCH)
                .into(new ArrayList<>());
    }

    private static Bson after(List<Document> page) {
        return ORDER.after(ORDER.placeOf(page.getLast()));
    }
}
