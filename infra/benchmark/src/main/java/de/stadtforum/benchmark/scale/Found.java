package de.stadtforum.benchmark.scale;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Labs;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.benchmark.platform.Program;
import de.stadtforum.testing.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// How soon what is published through one process of lab-service is found through another, also while the broker is away; and that lists of the
/// other go on when the first is killed.
final class Found {
    private static final int PUBLICATIONS = 200;
    private static final double LONGEST_MS = 1_000;
    private static final int READERS = 4;
    private static final int BEFORE = 5; // seconds
    private static final int AFTER = 15;

    /// The words of marked contributions have the numbers before.
    private static final int FIRST_WORD = 1_000;

    private static final String[] TEAM = {"lab-team:*", "moderator:*"};

    private final City city;
    private final Program first;
    private final Program second;

    private Found(City city, Program second) {
        this.city = city;
        this.first = city.platform.lab;
        this.second = second;
    }

    static void into(Results results, City city) throws Exception {
        try (var second = city.platform.another("lab", "-second")) {
            Platform.start(List.of(city.platform.lab, second), Map.of());
            for (var each : List.of(city.platform.lab, second)) Lists.awaitIndex(each);
            var found = new Found(city, second);
            found.publish(results, "published → found through another process", 0);
            TestPlatform.broker().kill();
            try {
                found.publish(results, "… while the broker is away", PUBLICATIONS);
            } finally {
                TestPlatform.broker().start();
            }
            found.killTheFirst(results);
        }
    }

    private void publish(Results results, String what, int from) {
        for (var i = from; i < from + PUBLICATIONS; i++) send(i);
        var took = new ArrayList<Double>();
        for (var i = from; i < from + PUBLICATIONS; i++) took.add(untilFound(i));
        var all = Series.of(took);
        results.add(what + ", p50 (ms)", all.percentile(0.5));
        results.add(what + ", p99 (ms)", all.percentile(0.99));
        results.atMost(what + ", p99 (ms)", all.percentile(0.99), LONGEST_MS);
    }

    private static String id(int number) {
        return "gefunden-" + number;
    }

    private void send(int number) {
        Http.command(
                first.port,
                City.token(TEAM),
                "PUT",
                "/api/lab/contributions/" + id(number),
                Map.of(
                        "lab",
                        "lab-" + number % City.LABS,
                        "channel",
                        "ON_SITE",
                        "text",
                        Words.unique(FIRST_WORD + number) + " " + city.words().text(),
                        "on",
                        Labs.HELD));
    }

    /// From when the command is sent, in ms.
    private double untilFound(int number) {
        var search = Lists.search(Words.unique(FIRST_WORD + number));
        var clock = Stopwatch.start();
        Http.command(
                first.port,
                City.token(TEAM),
                "POST",
                "/api/lab/contributions/" + id(number) + "/publish",
                Map.of("on", Labs.HELD));
        Awaitility.await("it is found")
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        Lists.answer(second, search, null)
                                .body()
                                .contains("/beitraege/" + id(number) + "\""));
        return clock.milliseconds();
    }

    private void killTheFirst(Results results) throws InterruptedException {
        var readers = Readers.start(second.port, READERS, Found::list);
        TimeUnit.SECONDS.sleep(BEFORE);
        first.kill();
        var killed = System.nanoTime();
        TimeUnit.SECONDS.sleep(AFTER);
        var read = readers.stop();
        var after = read.stream().filter(each -> each.begin() > killed).toList();
        var what = "lists of the other after one is killed";
        results.remark(
                "%s: %,d requests, %d failed; with the %d seconds before: %,d, %d failed."
                        .formatted(
                                what,
                                after.size(),
                                Readers.failed(after),
                                BEFORE,
                                read.size(),
                                Readers.failed(read)));
        results.add(what + ", p99 (ms)", Readers.milliseconds(after).percentile(0.99));
        results.atMost(what + ", failed", Readers.failed(read), 0);
    }

    private static String list() {
        var lab = "lab-" + ThreadLocalRandom.current().nextInt(City.LABS);
        return ThreadLocalRandom.current().nextBoolean()
                ? "/labore/" + lab
                : "/api/lab/contributions?limit=20&lab=" + lab;
    }
}
