package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Results;
import java.util.Locale;

/// How long something has taken since it began.
record Stopwatch(long begin) {
    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    double milliseconds() {
        return (System.nanoTime() - begin) / 1e6;
    }

    void tell(Results results, String what) {
        results.remark(String.format(Locale.ROOT, "%s: %.1f s", what, seconds()));
    }
}
