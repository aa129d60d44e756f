package de.stadtforum.messaging.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.WriteModel;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.log.LimitedRetention;
import de.stadtforum.messaging.telemetry.Meters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Tells pending facts in order: read, send, wait for the broker's word, file in the journal, take away.
/// The log may repeat a fact and never misses one.
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MOST_AGGREGATES = 200;

    private record Waiting(MongoCollection<Document> collection, String id) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Waiting that
                    && id.equals(that.id)
                    && collection.getNamespace().equals(that.collection.getNamespace());
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    private final Map<String, MongoCollection<Document>> collections = new ConcurrentHashMap<>();
    private final Map<String, String> topics = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Waiting> woken = new LinkedBlockingQueue<>();
    private final FactSender sender;
    private final Journal journal;
    private final TopicGuard guard;
    private final Duration sweep;
    private final Meters meters;
    private volatile CountDownLatch stopped = new CountDownLatch(2);
    private volatile boolean running;

    public OutboxRelay(
            FactSender sender, Journal journal, TopicGuard guard, Duration sweep, Meters meters) {
        this.sender = sender;
        this.journal = journal;
        this.guard = guard;
        this.sweep = sweep;
        this.meters = meters;
    }

    /// Facts of this collection's aggregates go to this topic.
    public void tells(MongoCollection<Document> collection, String topic) {
        var name = collection.getNamespace().getCollectionName();
        collection.createIndex(
                Indexes.ascending("pendingSince"),
                new com.mongodb.client.model.IndexOptions().sparse(true));
        collections.put(name, collection);
        topics.put(name, topic);
    }

    public void wake(MongoCollection<Document> collection, String id) {
        woken.add(new Waiting(collection, id));
    }

    /// How many aggregates have facts that are not told yet.
    public long waiting() {
        return collections.values().stream()
                .mapToLong(collection -> collection.countDocuments(Filters.gt("pendingSince", 0L)))
                .sum();
    }

    /// Age of the oldest fact that waits to be told; zero when none does.
    public Duration oldestPending() {
        var oldest = Long.MAX_VALUE;
        for (var collection : collections.values()) {
            var first =
                    collection
                            .find(Filters.gt("pendingSince", 0L))
                            .projection(Projections.include("pendingSince"))
                            .sort(new Document("pendingSince", 1))
                            .first();
            if (first != null)
                oldest = Math.min(oldest, first.get("pendingSince", Number.class).longValue());
        }
        return oldest == Long.MAX_VALUE
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(1, System.currentTimeMillis() - oldest));
    }

    @Override
    public void start() {
        guard.checkAtStart();
        sender.open(); // a context may be paused and go on
        stopped = new CountDownLatch(2);
        running = true;
        Thread.ofPlatform().daemon().name("relay").start(() -> untilStopped(this::tellWoken));
        Thread.ofPlatform().daemon().name("relay-sweep").start(() -> untilStopped(this::sweepOnce));
    }

    @Override
    public void stop() {
        running = false;
        sender.close();
        try {
            stopped.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Before the feeds' binding starts: it needs the topics.
    @Override
    public int getPhase() {
        return -1_000;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void untilStopped(Step step) {
        try {
            while (running) {
                try {
                    step.take();
                } catch (MongoException
                        | BrokerUnavailable
                        | KafkaException
                        | LimitedRetention failed) {
                    if (running) LOG.warn("telling waits: {}", failed.toString());
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    /// Finds what a crash, a restart or a failed telling left behind.
    private void sweepOnce() throws InterruptedException {
        var before = System.currentTimeMillis() - sweep.toMillis();
        for (var collection : collections.values())
            collection
                    .find(Filters.lte("pendingSince", before))
                    .projection(Projections.include("_id"))
                    .limit(MOST_AGGREGATES)
                    .forEach(each -> wake(collection, each.getString("_id")));
        TimeUnit.MILLISECONDS.sleep(sweep.toMillis());
    }

    private void tellWoken() throws InterruptedException {
        var first = woken.poll(100, TimeUnit.MILLISECONDS);
        if (first == null || !guard.mayTell()) return;
        var distinct = new LinkedHashMap<Waiting, Waiting>();
        distinct.put(first, first);
        for (var next = woken.poll(); next != null; next = woken.poll()) {
            distinct.put(next, next);
            if (distinct.size() == MOST_AGGREGATES) break;
        }
        tell(distinct.sequencedKeySet().stream().toList());
    }

    private void tell(List<Waiting> aggregates) {
        var sending = new ArrayList<Sending>();
        for (var aggregate : aggregates) {
            var told = Outbox.read(aggregate.collection(), aggregate.id());
            if (told != null && !told.pending().isEmpty())
                sending.add(sender.send(topicOf(aggregate.collection()), told));
        }
        var writes = new LinkedHashMap<MongoCollection<Document>, List<WriteModel<Document>>>();
        BrokerUnavailable failure = null;
        for (var each : sending) {
            var sent = each.await();
            var topic = topicOf(each.told().collection());
            if (sent.failure() != null) {
                failure = sent.failure();
                meters.tellingFailed(topic);
            }
            if (sent.facts().isEmpty()) continue;
            meters.told(topic, sent.facts().size());
            journal.file(topic, each.told().id(), sent.facts());
            writes.computeIfAbsent(each.told().collection(), _ -> new ArrayList<>())
                    .addAll(each.told().taken(sent.facts().getLast().sequence()));
        }
        writes.forEach((collection, models) ->
                collection.bulkWrite(models, new BulkWriteOptions().ordered(true)));
        if (failure != null) throw failure;
    }

    private String topicOf(MongoCollection<Document> collection) {
        var topic = topics.get(collection.getNamespace().getCollectionName());
        if (topic == null)
            throw new IllegalStateException("no topic for " + collection.getNamespace());
        return topic;
    }
}
