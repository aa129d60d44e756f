package de.stadtforum.messaging.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import de.stadtforum.messaging.log.Broker;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.messaging.log.LimitedRetention;
import de.stadtforum.messaging.telemetry.Meters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Tells pending facts in order: read, send, wait for the broker's word, file in the journal, take away.
/// The log may repeat a fact and never misses one, and no fact appears on it before the one that its aggregate told before.
///
/// An outbox is told by the instance that began it; the others leave it alone while that one lives.
public final class OutboxRelay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MOST_AGGREGATES = 200;
    private static final long PAUSE_MS = 200;
    private static final long COUNT_MS = 500;

    /// A topic that the broker does not take facts for; tried again after a pause that grows to a minute.
    private record Stop(String reason, int attempts, long until) {
        static Stop after(@Nullable Stop before, String reason) {
            var attempts = before == null ? 1 : before.attempts + 1;
            var pause = Math.min(60_000L, 1_000L << Math.min(attempts - 1, 6));
            return new Stop(reason, attempts, System.currentTimeMillis() + pause);
        }

        boolean waits() {
            return System.currentTimeMillis() < until;
        }
    }

    private final Outboxes outboxes = new Outboxes();
    private final WakeQueue woken = new WakeQueue();
    private final Map<String, Stop> stops = new ConcurrentHashMap<>();
    private final FactSender sender;
    private final Journal journal;
    private final TopicGuard guard;
    private final Tellers tellers;
    private final Broker broker;
    private final Duration sweep;
    private final Meters meters;
    private volatile CountDownLatch stopped = new CountDownLatch(3);
    private volatile boolean running;
    private final Map<String, String> broken = new ConcurrentHashMap<>();

    /// @param sweep how often what was left behind is looked for
    public OutboxRelay(
            FactSender sender,
            Journal journal,
            TopicGuard guard,
            Tellers tellers,
            Broker broker,
            Duration sweep,
            Meters meters) {
        this.sender = sender;
        this.journal = journal;
        this.guard = guard;
        this.tellers = tellers;
        this.broker = broker;
        this.sweep = sweep;
        this.meters = meters;
        guard.tellsAs(sender.source());
    }

    /// Facts of this collection's aggregates go to this topic.
    public void tells(MongoCollection<Document> collection, String topic) {
        outboxes.tells(collection, topic);
    }

    public void wake(MongoCollection<Document> collection, String id) {
        woken.offer(new Waiting(collection, id));
    }

    /// The instance that tells what is written here.
    public String teller() {
        return tellers.me();
    }

    /// How many aggregates have facts that are not told yet.
    public long waiting() {
        return outboxes.waiting();
    }

    /// Age of the oldest fact that waits to be told and is not parked; zero when none does.
    public Duration oldestPending() {
        return outboxes.oldest();
    }

    /// Aggregates whose next fact cannot be told, the first twenty, as `collection id`, with the reason.
    public Map<String, String> parked() {
        return outboxes.parked();
    }

    /// Topics that the broker takes nothing for, with the reason.
    public Map<String, String> stoppedTopics() {
        var reasons = new TreeMap<String, String>();
        stops.forEach((topic, stop) -> reasons.put(topic, stop.reason()));
        return reasons;
    }

    /// What nobody foresaw: the relay goes on trying, and says so.
    public Optional<String> broken() {
        return broken.values().stream().findFirst();
    }

    @Override
    public void start() {
        guard.checkAtStart();
        sender.open(); // a context may be paused and go on
        stopped = new CountDownLatch(3);
        running = true;
        begin("relay", this::tellWoken);
        begin("relay-sweep", this::sweepOnce);
        begin("relay-count", this::countOnce);
    }

    @Override
    public void stop() {
        running = false;
        sender.close();
        try {
            stopped.await(5, TimeUnit.SECONDS);
            tellers.leave();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (MongoException away) { // the others hear that this one is silent
            LOG.warn("stopped without a word to the other instances: {}", away.toString());
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

    private void begin(String name, Step step) {
        Thread.ofPlatform().daemon().name(name).start(() -> untilStopped(name, step));
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    /// A thread that ended would tell nothing any more and say nothing of it.
    private void untilStopped(String name, Step step) {
        try {
            while (running) {
                try {
                    step.take();
                    broken.remove(name);
                } catch (MongoException
                        | BrokerUnavailable
                        | KafkaException
                        | LimitedRetention failed) {
                    if (running) LOG.warn("telling waits: {}", failed.toString());
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                } catch (RuntimeException | Error unforeseen) {
                    broken.put(name, unforeseen.getClass().getSimpleName());
                    if (running) LOG.error("telling fails", unforeseen);
                    TimeUnit.MILLISECONDS.sleep(5 * PAUSE_MS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    /// By itself: a sweep that takes long is not silence.
    private void countOnce() throws InterruptedException {
        tellers.count(guard::checkAgain);
        TimeUnit.MILLISECONDS.sleep(COUNT_MS);
    }

    /// Finds what a crash, a restart, a failed telling or a full queue left behind.
    private void sweepOnce() throws InterruptedException {
        if (woken.size() < WakeQueue.MOST / 2)
            outboxes.leftBehind(
                    sweep,
                    tellers.me(),
                    tellers.others(),
                    this::isStopped,
                    page -> page.stream().allMatch(woken::offer));
        mayTell(); // who has nothing to tell makes the topics too, once the broker answers
        TimeUnit.MILLISECONDS.sleep(sweep.toMillis());
    }

    private boolean isStopped(String topic) {
        var stop = stops.get(topic);
        return stop != null && stop.waits();
    }

    private void tellWoken() throws InterruptedException {
        var aggregates = woken.take(MOST_AGGREGATES, 100);
        if (aggregates.isEmpty()) return;
        if (mayTell()) tell(aggregates);
        else tellers.inVain();
    }

    private boolean mayTell() {
        try {
            return guard.mayTell();
        } catch (BrokerUnavailable | KafkaException away) {
            tellers.inVain();
            throw away;
        }
    }

    private void tell(List<Waiting> aggregates) {
        var others = tellers.others();
        var due =
                outboxes.read(aggregates).stream()
                        .filter(outbox -> !isStopped(outbox.topic()))
                        .filter(outbox -> outbox.parked() == null || !outbox.parked().waits())
                        .filter(outbox ->
                                outbox.teller() == null || !others.contains(outbox.teller()))
                        .toList();
        if (due.isEmpty()) return;
        if (!tellers.databaseIsTheSame()) {
            guard.checkAgain();
            return;
        }
        if (!mayTell()) return; // it was exchanged, and is counted in again, since these were read
        var told = sender.send(due);
        if (told.stream().anyMatch(each -> !each.facts().isEmpty())) tellers.able();
        else tellers.inVain();
        journal.file(told);
        outboxes.takeAway(told).forEach(woken::offer);
        told.forEach(this::count);
        handle(told);
    }

    private void count(Told told) {
        var topic = told.outbox().topic();
        if (!told.facts().isEmpty()) {
            meters.told(topic, told.facts().size());
            stops.remove(topic);
        }
        if (told.refused() != null) meters.tellingFailed(topic);
    }

    private void handle(List<Told> told) {
        Refusal all = null;
        var lacking = new ArrayList<String>();
        for (var each : told) {
            var refused = each.refused();
            if (refused == null) continue;
            var topic = each.outbox().topic();
            switch (refused.scope()) {
                case FACT -> park(each, refused);
                case TOPIC -> stop(topic, refused.reason());
                case ALL -> {
                    all = refused;
                    if (refused.unanswered() && !lacking.contains(topic)) lacking.add(topic);
                }
            }
        }
        lacking.stream().filter(broker::lacks).forEach(topic -> stop(topic, "UnknownTopic"));
        if (all != null) throw new BrokerUnavailable("the broker did not take a fact", all.cause());
    }

    private void park(Told told, Refusal refused) {
        var parked = Parked.after(told.outbox().parked(), refused.reason());
        LOG.error(
                "{} {} is parked: the broker refuses its next fact, {}",
                told.outbox().collection().getNamespace().getCollectionName(),
                told.outbox().id(),
                parked.reason());
        outboxes.park(told.outbox().waiting(), parked);
    }

    private void stop(String topic, String reason) {
        var stop =
                stops.compute(
                        topic,
                        (_, before) ->
                                before != null && before.waits()
                                        ? before
                                        : Stop.after(before, reason));
        LOG.error("nothing is told to {}: {}, attempt {}", topic, reason, stop.attempts());
    }
}
