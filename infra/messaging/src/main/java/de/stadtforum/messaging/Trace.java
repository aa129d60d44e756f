package de.stadtforum.messaging;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The W3C trace context (`traceparent`) of the current request, which travels with its facts.
public final class Trace {
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private Trace() {}

    public static @Nullable String current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /// The part that all steps of one trace share.
    static @Nullable String id(@Nullable String traceparent) {
        return traceparent == null ? null : traceparent.substring(3, 35);
    }

    /// Runs the work under this trace; a missing or malformed one is replaced by a new one.
    public static <T> T follow(@Nullable String traceparent, Supplier<T> work) {
        var trace =
                traceparent != null && TRACEPARENT.matcher(traceparent).matches()
                        ? traceparent
                        : begin();
        return ScopedValue.where(CURRENT, trace).call(work::get);
    }

    private static String begin() {
        var random = ThreadLocalRandom.current();
        return String.format(
                Locale.ROOT,
                "00-%016x%016x-%016x-01",
                random.nextLong(),
                random.nextLong() | 1,
                random.nextLong() | 1);
    }
}
