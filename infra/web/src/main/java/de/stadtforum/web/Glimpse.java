package de.stadtforum.web;

import java.time.Duration;
import java.util.function.Supplier;

/// Something that every request asks for and that changes seldom: read anew at most twice a second.
public final class Glimpse<T> {
    private static final long HOLDS = Duration.ofMillis(500).toNanos();
    private final Supplier<T> reading;
    private volatile Seen<T> seen;

    private record Seen<T>(T value, long at) {}

    public Glimpse(Supplier<T> reading) {
        this.reading = reading;
        this.seen = new Seen<>(reading.get(), System.nanoTime());
    }

    public T get() {
        var last = seen;
        if (System.nanoTime() - last.at < HOLDS) return last.value;
        var next = new Seen<>(reading.get(), System.nanoTime());
        seen = next;
        return next.value;
    }
}
