package de.stadtforum.benchmark.front;

import de.stadtforum.benchmark.Cpu;
import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Memory;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.benchmark.platform.Program;
import de.stadtforum.testing.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// A thousand readers, each from an address of his or her own, have the page of one meeting open while it goes on: when the first and the last learn of
/// each change, and what that takes. Then the service is killed.
public final class OpenPages {
    private static final int READERS = Integer.getInteger("stadtforum.readers", 1_000);
    private static final int SECONDS = Integer.getInteger("stadtforum.readers.seconds", 300);
    private static final int EVERY = 10; // seconds
    private static final double LONGEST_MS = 500;
    private static final String BODY = "offen";
    private static final int HEAP = 640;
    private static final String MEETING = "offen";
    private static final String DAY = "2024-04-20";
    private static final String EVENTS = "/sitzungen/" + MEETING + "/ereignisse";

    private final Platform platform;
    private final Results results;
    private final String token = TestTokens.of("offen", null, "secretariat:*");
    private final AtomicInteger open = new AtomicInteger();

    /// When each reader learned of a mark, by mark.
    private final Map<String, List<Long>> told = new ConcurrentHashMap<>();

    private volatile boolean running = true;

    private OpenPages(Results results, Platform platform) {
        this.results = results;
        this.platform = platform;
    }

    public static void into(Results results, Platform platform) throws Exception {
        Platform.start(List.of(platform.membership), Map.of());
        var pages = new OpenPages(results, platform);
        pages.startSessions();
        pages.measure();
    }

    /// With a heap of which a quarter holds all readers.
    private void startSessions() {
        platform.session.start(Map.of(), Program.flags(HEAP));
        platform.session.awaitReady();
    }

    private void measure() throws Exception {
        prepare();
        var heapBefore = heaps();
        var readers = new ArrayList<Thread>();
        for (var i = 0; i < READERS; i++) {
            var address = "198.18." + i / 250 + "." + (i % 250 + 1);
            readers.add(Thread.ofVirtual().start(() -> follow(address)));
        }
        awaitOpen();
        var heapOpen = heaps();
        var processor = processor();
        var begin = System.nanoTime();
        var first = new ArrayList<Double>();
        var last = new ArrayList<Double>();
        for (var number = 1; number <= SECONDS / EVERY; number++) {
            TimeUnit.NANOSECONDS.sleep(
                    begin + TimeUnit.SECONDS.toNanos((long) number * EVERY) - System.nanoTime());
            told.clear();
            var sent = System.nanoTime();
            change(number);
            Awaitility.await("all readers know of change " + number)
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> told.values().stream().anyMatch(each -> each.size() == READERS));
            var times =
                    told.values().stream()
                            .filter(each -> each.size() == READERS)
                            .findFirst()
                            .orElseThrow();
            var sorted = times.stream().mapToLong(each -> each).sorted().toArray();
            first.add((sorted[0] - sent) / 1e6);
            last.add((sorted[READERS - 1] - sorted[0]) / 1e6);
        }
        var took = (System.nanoTime() - begin) / 1e9;
        var used = processor() - processor;
        results.add("change → the first reader knows it (ms)", Series.of(first));
        results.add("the first → the last of %,d (ms)".formatted(READERS), Series.of(last));
        results.atMost(
                "the first reader → the last of %,d, at most (ms)".formatted(READERS),
                Series.of(last).largest(),
                LONGEST_MS);
        results.add("processors in use by gateway and session-service", used / took);
        for (var each : heapBefore.entrySet())
            results.add(
                    "heap of " + each.getKey() + " (MB): with all pages open, with none",
                    heapOpen.getOrDefault(each.getKey(), Double.NaN),
                    each.getValue());
        againAfterAKill();
        running = false;
        readers.forEach(Thread::interrupt);
    }

    private void prepare() {
        put(
                "/api/membership/bodies/" + BODY,
                Map.of(
                        "kind", "ASSEMBLY",
                        "name", "Vollversammlung (Beispiel)",
                        "votingSeats", 20,
                        "meetingsPerYear", 3,
                        "publicity", "PUBLIC",
                        "from", "2024-01-01"));
        Awaitility.await("session-service has heard of the body")
                .atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> {
                    put("/api/session/meetings/" + MEETING, Map.of("body", BODY, "date", DAY));
                    return true;
                });
    }

    private void change(int number) {
        Http.command(
                platform.gateway.port,
                token,
                "POST",
                "/api/session/meetings/" + MEETING + "/items",
                Map.of(
                        "item",
                        "i-" + number,
                        "number",
                        String.valueOf(number),
                        "part",
                        "PUBLIC",
                        "title",
                        "Punkt " + number));
    }

    private void put(String path, Map<String, ?> command) {
        Http.command(platform.gateway.port, token, "PUT", path, command);
    }

    private void awaitOpen() {
        Awaitility.await(READERS + " pages are open")
                .atMost(Duration.ofMinutes(2))
                .until(() -> open.get() == READERS);
    }

    /// As a browser does: opens, reads, and opens again when the connection ends.
    private void follow(String address) {
        while (running) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), platform.gateway.port)) {
                socket.getOutputStream()
                        .write(
                                "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nX-Forwarded-For: %s\r\n\r\n"
                                        .formatted(EVENTS, address)
                                        .getBytes(StandardCharsets.US_ASCII));
                read(
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8),
                                512));
            } catch (IOException ended) {
                // opened again below
            }
            pause();
        }
    }

    private void read(BufferedReader events) throws IOException {
        var counted = false;
        try {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                if (!line.startsWith("data:")) continue;
                if (!counted) open.incrementAndGet();
                counted = true;
                told.computeIfAbsent(
                                line,
                                _ -> java.util.Collections.synchronizedList(new ArrayList<>()))
                        .add(System.nanoTime());
            }
        } finally {
            if (counted) open.decrementAndGet();
        }
    }

    /// Not all at once: browsers do not lose their patience together.
    private static void pause() {
        try {
            Thread.sleep(2_000 + (long) (Math.random() * 3_000));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void againAfterAKill() {
        var killed = System.nanoTime();
        platform.session.kill();
        Awaitility.await("all streams end")
                .atMost(Duration.ofSeconds(30))
                .until(() -> open.get() == 0);
        results.add("kill of session-service → all streams have ended (s)", since(killed));
        startSessions();
        var ready = System.nanoTime();
        awaitOpen();
        results.add("ready again → all %,d are open again (s)".formatted(READERS), since(ready));
    }

    private static double since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private Map<String, Double> heaps() {
        return Map.of(
                "gateway", Memory.heapOf(platform.gateway.pid()),
                "session-service", Memory.heapOf(platform.session.pid()));
    }

    private double processor() {
        try {
            return Cpu.of(platform.gateway.pid(), platform.session.pid());
        } catch (UncheckedIOException gone) {
            return 0;
        }
    }
}
