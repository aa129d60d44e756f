package de.stadtforum.benchmark.front;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.PacedLoad;
import de.stadtforum.benchmark.platform.PacedLoad.Answer;
import de.stadtforum.benchmark.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// What the routes of one service notice when another is killed under load, and how long the gateway takes to know it and to be over it.
public final class Outage {
    private static final int SETTLING = 8; // seconds, for a service that has just started
    private static final int WINDOW = 10; // seconds
    private static final int CONNECTIONS = 32;
    private static final double FAST = 100; // milliseconds
    private static final int IN_A_ROW = 25; // half a second of them

    /// Past the cache: each request needs its service.
    private static final String OTHERS = "/?ohne=speicher";

    private static final String KILLED = "/api/session/fields?ohne=speicher";
    private static final double KILLED_PER_SECOND = 50;
    private static final String OPEN =
            "/actuator/metrics/resilience4j.circuitbreaker.state?tag=name:session&tag=state:open";

    private final Platform platform;
    private final List<Double> before = new ArrayList<>();
    private final List<Double> after = new ArrayList<>();
    private final List<Double> again = new ArrayList<>();
    private final List<Double> opened = new ArrayList<>();
    private final List<Double> refusing = new ArrayList<>();
    private final List<Double> answering = new ArrayList<>();
    private long asked;
    private long failed;

    private Outage(Platform platform) {
        this.platform = platform;
    }

    public static void into(Results results, Platform platform, int runs) throws Exception {
        platform.session.start();
        platform.session.awaitReady();
        var outage = new Outage(platform);
        var most = outage.most();
        for (var run = 0; run < runs; run++) outage.run(most / 2);
        outage.tell(results);
        results.remark(
                "Load: `%s` at %.0f requests/s, half of the %.0f that the gateway answers at most, and `%s` at %.0f; both past the cache. Median of %d runs; windows of %d s."
                        .formatted(
                                OTHERS, most / 2, most, KILLED, KILLED_PER_SECOND, runs, WINDOW));
    }

    private double most() throws Exception {
        var address = Http.address(platform.gateway.port, OTHERS);
        Wrk.run(address, 15);
        Wrk.run(Http.address(platform.gateway.port, KILLED), 3);
        var rates = new ArrayList<Double>();
        for (var i = 0; i < 3; i++) rates.add(Wrk.run(address, 3).perSecond());
        return Series.of(rates).median();
    }

    private void run(double perSecond) throws Exception {
        var gateway = platform.gateway.port;
        awaitAnswer();
        var others = PacedLoad.start(gateway, OTHERS, perSecond, CONNECTIONS);
        var own = PacedLoad.start(gateway, KILLED, KILLED_PER_SECOND, 4);
        TimeUnit.SECONDS.sleep(SETTLING);
        var begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(WINDOW);
        var killed = System.nanoTime();
        platform.session.kill();
        opened.add(untilOpen(killed));
        TimeUnit.NANOSECONDS.sleep(
                killed + Duration.ofSeconds(WINDOW).toNanos() - System.nanoTime());
        var started = System.nanoTime();
        platform.session.start();
        platform.session.awaitReady();
        var ready = System.nanoTime();
        awaitAnswer();
        TimeUnit.SECONDS.sleep(1); // for the answers that are still on their way
        var othersSaid = others.stop();
        var ownSaid = own.stop();
        failed += othersSaid.stream().filter(answer -> answer.status() != 200).count();
        asked += othersSaid.size();
        before.add(PacedLoad.between(othersSaid, begin, killed).percentile(0.99));
        after.add(PacedLoad.between(othersSaid, killed, started).percentile(0.99));
        again.add(PacedLoad.between(othersSaid, started, ready).percentile(0.99));
        refusing.add(untilRefusing(ownSaid, killed, started));
        answering.add(untilAnswering(ownSaid, started, ready));
    }

    private void awaitAnswer() {
        Awaitility.await("the killed service answers through the gateway")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Http.status(platform.gateway.port, KILLED) == 200);
    }

    /// Seconds from the kill until the gateway says itself that the breaker is open.
    private double untilOpen(long killed) {
        Awaitility.await("the breaker is open")
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isOpen(Http.get(platform.measures, OPEN).body()));
        return (System.nanoTime() - killed) / 1e9;
    }

    private static boolean isOpen(String metric) {
        return JsonMapper.shared()
                        .readTree(metric)
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asDouble(0)
                > 0;
    }

    /// Seconds from the kill until the first of many fast 503 in a row.
    static double untilRefusing(List<Answer> own, long killed, long started) {
        var since = killed;
        var inARow = 0;
        var inOrder =
                own.stream()
                        .filter(answer -> answer.end() > killed && answer.due() < started)
                        .sorted(Comparator.comparingLong(Answer::end))
                        .toList();
        for (var answer : inOrder) {
            if (answer.status() != 503 || answer.milliseconds() > FAST) inARow = 0;
            else if (inARow++ == 0) since = answer.end();
            if (inARow == IN_A_ROW) return (since - killed) / 1e9;
        }
        return (started - killed) / 1e9;
    }

    /// Seconds from when the service says itself that it is ready until somebody has an answer of it through the gateway.
    static double untilAnswering(List<Answer> own, long started, long ready) {
        var first =
                own.stream()
                        .filter(answer -> answer.due() > started && answer.status() == 200)
                        .mapToLong(Answer::end)
                        .min()
                        .orElseThrow();
        return Math.max(0, first - ready) / 1e9;
    }

    private void tell(Results results) {
        results.remark("Of %,d requests to the others %d failed.".formatted(asked, failed));
        results.add(
                "p99 of the others (ms): after the kill, before it",
                Series.of(after),
                Series.of(before));
        results.add(
                "p99 of the others (ms): while it starts again on the same processors, before",
                Series.of(again),
                Series.of(before));
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < before.size(); i++) ratios.add(after.get(i) / before.get(i));
        results.add("ratio of after to before, of each run", Series.of(ratios));
        results.add("kill → the breaker is open (s)", Series.of(opened));
        results.add(
                "kill → the first of %d answers in a row that are 503 within %.0f ms (s)"
                        .formatted(IN_A_ROW, FAST),
                Series.of(refusing));
        results.add("ready again → answers through the gateway (s)", Series.of(answering));
    }
}
