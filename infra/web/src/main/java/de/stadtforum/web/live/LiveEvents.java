package de.stadtforum.web.live;

import de.stadtforum.messaging.documents.Changes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open pages that what they show has changed, whichever process wrote it.
///
/// An event is a mark. A page carries the mark of what it shows; the first event after each connecting is the mark as it stands, so whoever lost
/// the connection, or came to another instance, misses nothing. A change costs one look at what changed, and one reading of the mark a topic,
/// however many read. While nobody reads nothing is looked at.
public final class LiveEvents implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final Duration LOOK = Duration.ofMillis(150);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// Below what proxies take for silence.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// What reading a page again takes.
    private static final Duration FOR_EACH = Duration.ofMillis(5);

    private static final Duration LONGEST_BREATH = Duration.ofSeconds(5);

    /// What the server holds of a request that stays open, measured with 500 of them.
    private static final int EACH = 128 * 1024;

    /// So many pages may be open at one instance: a quarter of its heap. Whoever comes after them is not followed, asks again, and has the page as it was.
    private static final int MOST =
            (int) Math.min(5_000, Runtime.getRuntime().maxMemory() / 4 / EACH);

    private final List<LiveSource<?>> sources;
    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    private final AtomicInteger readers = new AtomicInteger();
    private final Map<LiveSource<?>, Changes> followed = new LinkedHashMap<>();
    private final Object somebody = new Object();
    // topics whose mark is still to be read
    private final Set<String> touched = new TreeSet<>();
    private volatile boolean running;
    private volatile boolean following;

    public LiveEvents(List<LiveSource<?>> sources) {
        this.sources = List.copyOf(sources);
    }

    private static final class Topic {
        private final LiveTopic topic;
        private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
        private volatile String mark;
        private long lastAsked = System.nanoTime();
        private long lastTold = System.nanoTime() - LONGEST_BREATH.toNanos();

        Topic(LiveTopic topic) {
            this.topic = topic;
            this.mark = topic.mark().get();
        }

        boolean isDue() {
            var every = topic.every();
            return every != null && System.nanoTime() - lastAsked >= every.toNanos();
        }

        /// Whoever was told asks for the page: with many readers the next telling leaves time for that. The first change after a silence is told at once.
        boolean hasBreath() {
            var wanted = FOR_EACH.multipliedBy(readers.size());
            if (wanted.compareTo(LONGEST_BREATH) > 0) wanted = LONGEST_BREATH;
            return System.nanoTime() - lastTold >= wanted.toNanos();
        }

        void look() {
            lastAsked = System.nanoTime();
            var now = topic.mark().get();
            if (now.equals(mark)) return;
            mark = now;
            lastTold = System.nanoTime();
            readers.forEach(each -> each.tell(now));
        }
    }

    /// Opens a page's stream of events; it ends by itself, and the page asks again.
    ///
    /// @param atMost after which it ends, as the login behind it does
    public SseEmitter open(LiveTopic topic, Duration atMost) {
        // it ends by itself: what the server does after a timeout is meant for answers that have
        // not begun
        var emitter = new SseEmitter(0L);
        if (!running || readers.incrementAndGet() > MOST) {
            readers.decrementAndGet();
            emitter.complete();
            return emitter;
        }
        follow();
        try {
            topics.compute(topic.name(), (_, known) -> with(known, topic, emitter, atMost));
        } catch (RuntimeException unread) {
            readers.decrementAndGet();
            throw unread;
        }
        return emitter;
    }

    private Topic with(
            @Nullable Topic known, LiveTopic asked, SseEmitter emitter, Duration atMost) {
        var topic = known == null ? new Topic(asked) : known;
        var reader =
                new LiveReader(
                        emitter, topic.mark, HEARTBEAT, atMost, it -> leave(asked.name(), it));
        topic.readers.add(reader);
        reader.start();
        return topic;
    }

    /// How many pages are open.
    public int readers() {
        return readers.get();
    }

    private void leave(String name, LiveReader reader) {
        topics.computeIfPresent(
                name,
                (_, topic) -> {
                    if (topic.readers.remove(reader)) readers.decrementAndGet();
                    return topic.readers.isEmpty() ? null : topic;
                });
    }

    /// Before a mark is read: what changes after it is seen.
    private void follow() {
        synchronized (somebody) {
            if (!following) {
                followed.clear();
                sources.forEach(each -> followed.put(each, each.fromNow()));
                following = true;
                somebody.notifyAll();
            }
        }
    }

    private void run() {
        try {
            while (running) {
                awaitSomebody();
                Thread.sleep(look() ? LOOK : PAUSE);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitSomebody() throws InterruptedException {
        synchronized (somebody) {
            if (readers.get() == 0) following = false;
            while (running && !following) somebody.wait();
        }
    }

    private boolean look() {
        try {
            followed.forEach((source, changes) ->
                    changes.read(
                            page -> page.forEach(each -> touched.addAll(source.topicsOf(each)))));
            touched.retainAll(topics.keySet());
            topics.forEach((name, topic) -> {
                if ((touched.contains(name) || topic.isDue()) && topic.hasBreath()) {
                    topic.look();
                    touched.remove(name);
                }
            });
            return true;
        } catch (RuntimeException away) {
            LOG.warn("open pages are told nothing: {}", away.toString());
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("live").start(this::run);
    }

    /// First of all: the server would wait for pages that stay open.
    @Override
    public void stop() {
        running = false;
        synchronized (somebody) {
            somebody.notifyAll();
        }
        topics.values().forEach(topic -> topic.readers.forEach(LiveReader::end));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
