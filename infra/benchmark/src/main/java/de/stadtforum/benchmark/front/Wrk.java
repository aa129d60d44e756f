package de.stadtforum.benchmark.front;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What `wrk` says of a load that sends the next request of a connection when the last is answered.
///
/// @param good answers with status 2xx or 3xx
/// @param failed other answers, and connections that failed
/// @param perSecond good ones
record Wrk(long good, long failed, double perSecond) {
    static final int CONNECTIONS = 32;

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in ");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern OTHER_STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN =
            Pattern.compile(
                    "Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

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

    static Wrk of(String said) {
        var answered = (long) figure(REQUESTS, said);
        var other = OTHER_STATUS.matcher(said);
        var refused = other.find() ? Long.parseLong(other.group(1)) : 0;
        var broken = BROKEN.matcher(said);
        var failed = refused;
        if (broken.find())
            for (var i = 1; i <= broken.groupCount(); i++)
                failed += Long.parseLong(broken.group(i));
        var good = answered - refused;
        return new Wrk(good, failed, answered == 0 ? 0 : figure(RATE, said) * good / answered);
    }

    private static double figure(Pattern pattern, String said) {
        var found = pattern.matcher(said);
        if (!found.find()) throw new IllegalStateException("wrk said: " + said);
        return Double.parseDouble(found.group(1));
    }
}
