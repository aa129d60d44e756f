package de.stadtforum.reporting.obligations;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.entries.Entry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// How each obligation stood from when to when, as it was known then: written down at the end of each day, and kept whatever the ledger's
/// file says later. What is told with a day that was already written down, as after a rebuilding, is written anew from the first day;
/// two instances come to the same.
@Component
@EnableScheduling
class LightHistory {
    private static final Logger LOG = LoggerFactory.getLogger(LightHistory.class);

    /// The document that says up to where it is written.
    private static final String WRITTEN = "written";

    private static final int MOST_OBLIGATIONS = 500;

    /// Nanoseconds that nobody notices.
    private static final long LONG = 20_000_000;

    private static final String LOOK = "${stadtforum.reporting.history:20}";

    private final MongoCollection<Document> lights;
    private final Ledger ledger;
    private final KnowledgeFeeds feeds;
    private final OwnReports ownReports;
    private final Clock clock;
    private long seen;

    /// From that day on, until the next one.
    record Change(LocalDate on, Light light, String note) {}

    LightHistory(
            MongoDatabase database,
            Ledger ledger,
            KnowledgeFeeds feeds,
            OwnReports ownReports,
            Clock clock) {
        this.lights = database.getCollection("lights");
        this.ledger = ledger;
        this.feeds = feeds;
        this.ownReports = ownReports;
        this.clock = clock;
    }

    /// The newest first.
    List<Change> of(String obligation) {
        return read(obligation).reversed();
    }

    /// Whether all days that are over are written down, with all that is known of them.
    boolean written() {
        var begun = feeds.begun();
        if (begun.isEmpty() || begun.get().isAfter(yesterday())) return true;
        var written = lights.find(eq(WRITTEN)).first();
        return written != null && !upTo(written).isBefore(yesterday());
    }

    private static LocalDate upTo(Document written) {
        return LocalDate.parse(written.getString("on"));
    }

    /// A change with the obligation that it belongs to.
    record Latest(String obligation, Change change) {}

    /// The newest of all obligations, without how each began.
    List<Latest> latest(int most) {
        var latest = new ArrayList<Latest>();
        for (var each : lights.find().sort(Sorts.ascending("_id")).limit(MOST_OBLIGATIONS))
            changes(each).stream()
                    .skip(1)
                    .map(change -> new Latest(each.getString("_id"), change))
                    .forEach(latest::add);
        latest.sort(Comparator.comparing((Latest each) -> each.change.on).reversed());
        return latest.stream().limit(most).toList();
    }

    private List<Change> read(String obligation) {
        var kept = lights.find(eq(obligation)).first();
        return kept == null ? List.of() : changes(kept);
    }

    private static List<Change> changes(Document kept) {
        return kept.getList("changes", Document.class, List.of()).stream()
                .map(each ->
                        new Change(
                                LocalDate.parse(each.getString("on")),
                                Light.valueOf(each.getString("light")),
                                each.getString("note")))
                .toList();
    }

    /// Writes as soon as nothing of the past was told between two looks: what comes by the hundred, as after a rebuilding, is written once.
    @Scheduled(initialDelayString = LOOK, fixedDelayString = LOOK, timeUnit = TimeUnit.SECONDS)
    void look() {
        var entries = feeds.entries();
        var now = known(entries, yesterday());
        var still = now == seen;
        seen = now;
        if (still) write();
        else if (isOutdated(lights.find(eq(WRITTEN)).first(), entries))
            lights.deleteOne(eq(WRITTEN));
    }

    private static boolean isOutdated(@Nullable Document written, List<Entry> entries) {
        return written != null && known(entries, upTo(written)) != written.getLong("entries");
    }

    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY).minusDays(1);
    }

    /// Writes down the days that are over. It costs one look at what is known, and for each new day one computation of the ledger.
    void write() {
        var yesterday = yesterday();
        var begun = feeds.begun();
        if (begun.isEmpty() || begun.get().isAfter(yesterday)) return;
        var entries = feeds.entries();
        var written = lights.find(eq(WRITTEN)).first();
        var anew = written == null || isOutdated(written, entries);
        var first = anew ? begun.get() : upTo(written).plusDays(1);
        if (first.isAfter(yesterday)) return;
        if (anew) LOG.info("how the obligations stood is written from {}", first);
        var changes = new LinkedHashMap<String, List<Change>>();
        if (!anew)
            for (var each : ledger.obligations())
                changes.put(each.id(), new ArrayList<>(read(each.id())));
        var own = ownReports.entries().toList();
        for (var day = first; !day.isAfter(yesterday); day = day.plusDays(1)) {
            var begin = System.nanoTime();
            for (var state : ledger.on(day, feeds.lately(own.stream(), day)))
                add(changes, state, day);
            // there may be years of them: pages that are asked for meanwhile come first
            var took = System.nanoTime() - begin;
            if (took > LONG) LockSupport.parkNanos(took);
        }
        changes.forEach(this::keep);
        lights.replaceOne(
                eq(WRITTEN),
                new Document("_id", WRITTEN)
                        .append("on", yesterday.toString())
                        .append("entries", known(entries, yesterday)),
                new ReplaceOptions().upsert(true));
    }

    private static long known(List<Entry> entries, LocalDate day) {
        return entries.stream().filter(each -> !each.recorded().isAfter(day)).count();
    }

    /// Only another light is a change, with the words of that day; and of what nothing measures another statement.
    private static void add(Map<String, List<Change>> changes, State state, LocalDate day) {
        var all = changes.computeIfAbsent(state.obligation().id(), _ -> new ArrayList<>());
        var last = all.isEmpty() ? null : all.getLast();
        if (last == null
                || last.light != state.light()
                || last.light == Light.NOT_MEASURED && !last.note.equals(state.note()))
            all.add(new Change(day, state.light(), state.note()));
    }

    private void keep(String obligation, List<Change> changes) {
        lights.replaceOne(
                eq(obligation),
                new Document("_id", obligation)
                        .append(
                                "changes",
                                changes.stream()
                                        .map(each ->
                                                new Document("on", each.on.toString())
                                                        .append("light", each.light.name())
                                                        .append("note", each.note))
                                        .toList()),
                new ReplaceOptions().upsert(true));
    }
}
