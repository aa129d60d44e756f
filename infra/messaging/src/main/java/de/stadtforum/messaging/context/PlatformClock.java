package de.stadtforum.messaging.context;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one clock of a service: UTC, whole milliseconds. In the demo a request may carry its own time, and today may be set.
public final class PlatformClock extends Clock {
    /// Where days and half-years are meant.
    public static final ZoneId CITY = ZoneId.of("Europe/Berlin");

    private static final ScopedValue<Instant> REQUEST = ScopedValue.newInstance();
    private final @Nullable Instant today;

    public PlatformClock(@Nullable Instant today) {
        this.today = today;
    }

    @Override
    public Instant instant() {
        return REQUEST.orElse(today == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : today);
    }

    /// Does what follows from something now; where today is set, whose past was told in an hour, at the time of what it follows from.
    public <T> T following(Instant cause, Supplier<T> work) {
        return today == null ? work.get() : at(cause, work);
    }

    /// Runs the work at this time; only the demo may call it.
    public static <T> T at(Instant time, Supplier<T> work) {
        return ScopedValue.where(REQUEST, time.truncatedTo(ChronoUnit.MILLIS)).call(work::get);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
