package de.stadtforum.benchmark.front;

import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Labs;
import de.stadtforum.benchmark.platform.PacedLoad;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/// How many of the residents' pages the gateway answers from its cache while twenty commands a second come in that concern one thing: those about other things,
/// and those that show it.
public final class Hits {
    private static final int SECONDS = 10;
    private static final int COMMANDS = 20; // a second
    private static final int READINGS = 10; // a second, of each page
    private static final String DAY = "2024-04-20";
    private static final String COUNTERS = "/actuator/metrics/stadtforum.cache.answers?tag=result:";

    private static final List<String> OTHER_LABS =
            List.of(
                    "/labore/lab-mengede",
                    "/labore/lab-eving",
                    "/labore/lab-hombruch",
                    "/api/lab/labs/lab-mengede");
    private static final String ONE_BODY = "hits";
    private static final String OTHER_BODY = "hits-zwei";
    private static final List<String> ANOTHER_BODY =
            List.of(
                    "/gremien/" + OTHER_BODY,
                    "/gremien/" + OTHER_BODY + "/sitzverteilung",
                    "/api/membership/bodies/" + OTHER_BODY);
    private static final List<String> SESSION =
            List.of(
                    "/empfehlungen",
                    "/handlungsfelder",
                    "/geschaeftsordnung",
                    "/api/session/fields");

    private final Platform platform;
    private final Results results;
    private final String token =
            TestTokens.of("hits", null, "lab-team:*", "secretariat:*", "moderator:*");

    private Hits(Results results, Platform platform) {
        this.results = results;
        this.platform = platform;
    }

    public static void into(Results results, Platform platform) throws Exception {
        Platform.start(List.of(platform.membership, platform.session), Map.of());
        new Hits(results, platform).measure();
    }

    private void measure() throws Exception {
        results.remark(
                "%d commands a second for %d s, each page asked for %d times a second."
                        .formatted(COMMANDS, SECONDS, READINGS));
        results.remark("");
        results.remark("| commands on | pages | from the cache | asked of the service |");
        results.remark("|---|---|---|---|");
        measure("nothing", "three other labs", OTHER_LABS, _ -> {});
        measure("one lab", "three other labs", OTHER_LABS, this::ask);
        measure("one lab", "start, list of labs, its page", shows(), this::askAgain);
        measure("contributions to one lab", "three other labs", OTHER_LABS, this::contribute);
        measure("contributions to one lab", "start and list", shows().subList(0, 2), this::send);
        establish(ONE_BODY);
        establish(OTHER_BODY);
        measure("one body", "another body", ANOTHER_BODY, this::createSeat);
        Awaitility.await("session-service has heard of the body")
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(this::meetingIsPlanned);
        measure("one meeting", "recommendations, fields, rules", SESSION, this::place);
    }

    private void establish(String body) {
        put(
                "/api/membership/bodies/" + body,
                Map.of(
                        "kind", "ASSEMBLY",
                        "name", "Vollversammlung (Beispiel)",
                        "votingSeats", 20,
                        "meetingsPerYear", 3,
                        "publicity", "PUBLIC",
                        "from", "2024-01-01"));
    }

    private boolean meetingIsPlanned() {
        put("/api/session/meetings/hits", Map.of("body", ONE_BODY, "date", DAY));
        return true;
    }

    private static List<String> shows() {
        return List.of("/", "/labore", "/labore/" + Labs.ONE);
    }

    private void ask(int number) {
        question("q-" + number);
    }

    private void askAgain(int number) {
        question("q-again-" + number);
    }

    private void question(String id) {
        post(
                "/api/lab/labs/" + Labs.ONE + "/questions",
                Map.of("question", id, "text", "Wann wird die Beleuchtung erneuert?", "on", DAY));
    }

    private void createSeat(int number) {
        post(
                "/api/membership/bodies/" + ONE_BODY + "/seats",
                Map.of(
                        "seat",
                        "sitz-" + number,
                        "kind",
                        "ADVISORY",
                        "basis",
                        "INSTITUTION",
                        "holder",
                        "stelle-" + number,
                        "name",
                        "Beratende Stelle " + number,
                        "from",
                        "2024-01-01"));
    }

    private void contribute(int number) {
        contribution("hits-" + number);
    }

    private void send(int number) {
        contribution("hits-again-" + number);
    }

    private void contribution(String id) {
        put(
                "/api/lab/contributions/" + id,
                Map.of(
                        "lab",
                        Labs.ONE,
                        "channel",
                        "ON_SITE",
                        "text",
                        "Der Weg zur Haltestelle ist abends dunkel.",
                        "on",
                        DAY));
    }

    private void place(int number) {
        post(
                "/api/session/meetings/hits/items",
                Map.of(
                        "item",
                        "i-" + number,
                        "number",
                        String.valueOf(number + 1),
                        "part",
                        "CLOSED",
                        "title",
                        "Punkt " + number));
    }

    private void put(String path, Map<String, ?> command) {
        Http.command(platform.gateway.port, token, "PUT", path, command);
    }

    private void post(String path, Map<String, ?> command) {
        Http.command(platform.gateway.port, token, "POST", path, command);
    }

    private void measure(String commands, String what, List<String> pages, IntConsumer command)
            throws Exception {
        for (var page : pages) Http.get(platform.gateway.port, page);
        var hits = count("hit") + count("joined");
        var misses = count("miss");
        var readers = new ArrayList<PacedLoad>();
        for (var page : pages)
            readers.add(PacedLoad.start(platform.gateway.port, page, READINGS, 1));
        var begin = System.nanoTime();
        for (var number = 0; number < SECONDS * COMMANDS; number++) {
            var due = begin + number * TimeUnit.SECONDS.toNanos(1) / COMMANDS;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
                LockSupport.parkNanos(left);
            command.accept(number);
        }
        var took = (System.nanoTime() - begin) / 1e9;
        for (var reader : readers)
            for (var answer : reader.stop())
                if (answer.status() != 200)
                    throw new IllegalStateException(what + ": " + answer.status());
        hits = count("hit") + count("joined") - hits;
        misses = count("miss") - misses;
        results.remark(
                "| %s | %s | %.0f | %.0f |%s"
                        .formatted(
                                commands,
                                what,
                                hits,
                                misses,
                                took > SECONDS * 1.1
                                        ? " (the commands took %.1f s)".formatted(took)
                                        : ""));
    }

    private double count(String result) {
        return JsonMapper.shared()
                .readTree(Http.get(platform.measures, COUNTERS + result).body())
                .at("/measurements/0/value")
                .asDouble();
    }
}
