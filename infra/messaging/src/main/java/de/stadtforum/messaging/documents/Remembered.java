package de.stadtforum.messaging.documents;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is asked for with every poll and changes once in a year: read again when it was read longer ago than `fresh`. Whoever changes it
/// himself says so; what another process changed is seen that much later.
public final class Remembered<T> {
    private record Read<T>(T value, long at, long changes) {}

    private final Supplier<T> source;
    private final long freshNs;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Read<T> last;

    public Remembered(Duration fresh, Supplier<T> source) {
        this.source = source;
        this.freshNs = fresh.toNanos();
    }

    public T get() {
        var read = last;
        if (read != null && read.changes == changes.get() && System.nanoTime() - read.at < freshNs)
            return read.value;
        // what is changed while it is read is not remembered as it was
        var known = changes.get();
        var at = System.nanoTime();
        var value = source.get();
        last = new Read<>(value, at, known);
        return value;
    }

    /// It was changed.
    public void forget() {
        changes.incrementAndGet();
    }
}
