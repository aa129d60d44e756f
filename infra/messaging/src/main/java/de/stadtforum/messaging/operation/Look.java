package de.stadtforum.messaging.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at something that may hang, without hanging with it: who asks while one looks waits for the same answer.
final class Look<T> {
    private final Supplier<T> source;
    private @Nullable CompletableFuture<T> underWay;

    Look(Supplier<T> source) {
        this.source = source;
    }

    /// One look that is under way.
    record Begun<T>(CompletableFuture<T> answer) {
        /// Nothing where it takes longer or fails.
        Optional<T> within(Duration patience) {
            try {
                return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException | ExecutionException _) {
                return Optional.empty();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    synchronized Begun<T> begin() {
        var current = underWay;
        if (current == null || current.isDone()) {
            var next = new CompletableFuture<T>();
            underWay = next;
            current = next;
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            next.complete(source.get());
                        } catch (RuntimeException | Error failed) {
                            next.completeExceptionally(failed);
                        }
                    });
        }
        return new Begun<>(current);
    }
}
