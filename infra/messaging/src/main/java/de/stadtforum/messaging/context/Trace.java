package de.stadtforum.messaging.context;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The W3C trace context (`traceparent`) of the current request, which travels with its facts.
public final class Trace {
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private static final String LOGGED = "trace.id";

    private Trace() {}

    public static @Nullable String current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /// The part that all steps of one trace share.
    public static @Nullable String id(@Nullable String traceparent) {
        return traceparent == null ? null : traceparent.substring(3, 35);
    }

    public static boolean valid(String traceparent) {
        return TRACEPARENT.matcher(traceparent).matches();
    }

    /// Runs the work under this trace, and so do the lines of the log; a missing or malformed one is replaced by a new one.
    public static <T> T follow(@Nullable String traceparent, Supplier<T> work) {
        var trace = traceparent != null && valid(traceparent) ? traceparent : begin();
        var before = MDC.get(LOGGED);
        MDC.put(LOGGED, trace.substring(3, 35));
        try {
            return ScopedValue.where(CURRENT, trace).call(work::get);
        } finally {
            if (before == null) MDC.remove(LOGGED);
            else MDC.put(LOGGED, before);
        }
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
