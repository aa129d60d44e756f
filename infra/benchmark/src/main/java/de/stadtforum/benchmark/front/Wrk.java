package de.stadtforum.benchmark.front;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What `wrk` says of a load that sends the next request of a connection when the last is answered.
///
/// @param requests answered in all
record Wrk(long requests, double perSecond) {
    static final int CONNECTIONS = 32;

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern FAILED =
            Pattern.compile("Non-2xx or 3xx responses: \\d+|Socket errors: .*");

    static Wrk run(URI address, int seconds) throws IOException, InterruptedException {
        var wrk =
                new ProcessBuilder(
                                "wrk",
                                "-t2",
                                "-c" + CONNECTIONS,
                                "-d" + seconds + "s",
                                "--timeout",
                                "10s",
                                address.toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (wrk.waitFor() != 0) throw new IllegalStateException(said);
        return of(said);
    }

    /// @throws IllegalStateException where an answer was none: then the rate means nothing
    static Wrk of(String said) {
        var failed = FAILED.matcher(said);
        if (failed.find()) throw new IllegalStateException(failed.group());
        return new Wrk((long) figure(REQUESTS, said), figure(RATE, said));
    }

    private static double figure(Pattern pattern, String said) {
        var found = pattern.matcher(said);
        if (!found.find()) throw new IllegalStateException("wrk said: " + said);
        return Double.parseDouble(found.group(1));
    }
}
