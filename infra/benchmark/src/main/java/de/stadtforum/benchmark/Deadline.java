package de.stadtforum.benchmark;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Ends the run, and with it every process that it started, when a part takes longer than it may.
final class Deadline implements AutoCloseable {
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("deadline").factory());

    /// @param before what is still done then
    Deadline(String part, Duration limit, Runnable before) {
        clock.schedule(
                () -> {
                    System.err.println(
                            "%s takes longer than %d minutes and is ended."
                                    .formatted(part, limit.toMinutes()));
                    try {
                        before.run();
                    } finally {
                        System.exit(1);
                    }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
