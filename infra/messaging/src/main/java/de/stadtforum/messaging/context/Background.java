package de.stadtforum.messaging.context;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/// Work of a service beside its requests, in threads of its own that end when it stops; a context may be paused and go on.
public abstract class Background implements SmartLifecycle {
    private volatile Span span = new Span();

    protected Background() {
        span.end.countDown();
    }

    /// From one start to the next stop.
    public static final class Span {
        private final CountDownLatch end = new CountDownLatch(1);

        public boolean ended() {
            return end.getCount() == 0;
        }

        /// @return whether it ended meanwhile
        public boolean endsWithin(Duration pause) throws InterruptedException {
            return end.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Something that waits between its steps.
    @FunctionalInterface
    protected interface Work {
        void during(Span span) throws InterruptedException;
    }

    protected abstract void begin(Span now);

    /// In a thread of its own; interrupting it ends it.
    protected static void inBackground(String name, Span now, Work work) {
        Thread.ofPlatform()
                .daemon()
                .name(name)
                .start(() -> {
                    try {
                        work.during(now);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    @Override
    public final void start() {
        var next = new Span();
        span = next;
        begin(next);
    }

    @Override
    public final void stop() {
        span.end.countDown();
    }

    @Override
    public final boolean isRunning() {
        return !span.ended();
    }
}
