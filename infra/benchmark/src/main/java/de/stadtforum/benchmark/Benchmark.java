package de.stadtforum.benchmark;

import com.mongodb.client.MongoClients;
import de.stadtforum.benchmark.front.Front;
import de.stadtforum.benchmark.front.Hits;
import de.stadtforum.benchmark.front.OpenPages;
import de.stadtforum.benchmark.front.Outage;
import de.stadtforum.benchmark.platform.Jars;
import de.stadtforum.benchmark.platform.Labs;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.benchmark.scale.Scale;
import de.stadtforum.testing.TestPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One run of the parts that are named, else of all: each in rounds that take turns with those of its floor or peer, each with a table of its own.
public final class Benchmark {
    private static final List<String> PARTS =
            List.of("messaging", "rollups", "front", "outage", "start");

    /// Take long and are measured when they are named.
    private static final List<String> AT_SCALE =
            List.of("scale", "found", "erased", "computed", "walk");

    /// Short, and measured when it is named: what the gateway's cache holds under commands.
    private static final String HITS = "hits";

    /// A thousand readers for five minutes, when it is named.
    private static final String PAGES = "pages";

    private static final int FEW = Integer.getInteger("stadtforum.scale.few", 10_000);
    private static final int MANY = Integer.getInteger("stadtforum.scale.many", 1_000_000);
    private static final Duration LONGEST =
            Duration.ofMinutes(Integer.getInteger("stadtforum.scale.minutes", 90));
    private static final int ROUNDS = Integer.getInteger("stadtforum.rounds", 5);
    private static final int STARTS = 3;

    private final Path root = Path.of(System.getProperty("stadtforum.root")).toAbsolutePath();
    private final Path target = Path.of(System.getProperty("stadtforum.results")).toAbsolutePath();
    private final List<String> parts;

    private Benchmark(List<String> parts) {
        this.parts = parts;
    }

    public static void main(String... arguments) throws Exception {
        var parts = arguments.length == 0 ? PARTS : List.of(arguments);
        var known = Stream.of(PARTS, List.of(HITS, PAGES), AT_SCALE).flatMap(List::stream).toList();
        if (!known.containsAll(parts)) {
            System.err.println("There are these parts: " + String.join(" ", known));
            System.exit(2);
        }
        new Benchmark(parts).run();
    }

    private void run() throws Exception {
        if (parts.contains("messaging")) messaging();
        if (parts.contains("rollups")) rollups();
        if (parts.contains("front") || parts.contains("outage") || parts.contains(HITS))
            try (var platform =
                    new Platform(new Jars(root, target.resolve("front")), "benchmark-front")) {
                IO.println("Starting gateway and lab-service …");
                Platform.start(List.of(platform.lab, platform.gateway), Map.of());
                Labs.fill(platform.gateway.port);
                if (parts.contains("front")) front(platform);
                if (parts.contains("outage")) outage(platform);
                if (parts.contains(HITS)) hits(platform);
            }
        if (parts.contains(PAGES)) pages();
        if (parts.contains("start")) start();
        if (AT_SCALE.stream().anyMatch(parts::contains)) scale();
    }

    private void messaging() throws Exception {
        var results = new Results("floor");
        try (var programs = new Programs();
                var floor = new Floor()) {
            IO.println("Latency …");
            new Latency(programs, floor).into(results, ROUNDS);
            IO.println("One after another …");
            new InOrder(programs, floor).into(results, ROUNDS);
            IO.println("Rebuilding …");
            new Rebuild(programs).into(results, ROUNDS);
            IO.println("Throughput …");
            new Throughput(programs, floor).into(results, ROUNDS);
        }
        IO.println("Few documents and many …");
        Growth.into(results, ROUNDS);
        tell(results, "messaging");
    }

    private void rollups() throws Exception {
        IO.println("Numbers by key …");
        var results = new Results("beside");
        var name = TestPlatform.own("benchmark-rollups");
        try (var client = MongoClients.create(TestPlatform.mongodbUri())) {
            var database = client.getDatabase(name);
            new KeptByKey(database).into(results, ROUNDS);
            database.drop();
        }
        tell(results, "rollups");
    }

    private void front(Platform platform) throws Exception {
        IO.println("Pages through the gateway and through nginx …");
        var results = new Results("peer");
        Front.into(results, platform, ROUNDS);
        tell(results, "front");
    }

    private void outage(Platform platform) throws Exception {
        IO.println("A service is killed under load …");
        var results = new Results("before");
        Outage.into(results, platform, ROUNDS);
        tell(results, "outage");
    }

    private void hits(Platform platform) throws Exception {
        IO.println("Pages from the cache under commands …");
        var results = new Results("peer");
        Hits.into(results, platform);
        tell(results, HITS);
    }

    private void pages() throws Exception {
        IO.println("A thousand pages of one meeting are open …");
        var results = new Results("before");
        try (var platform =
                new Platform(new Jars(root, target.resolve("pages")), "benchmark-pages")) {
            Platform.start(
                    List.of(platform.gateway),
                    Map.of(
                            "SPRING_CLOUD_GATEWAY_SERVER_WEBFLUX_TRUSTEDPROXIES",
                            "127\\.0\\.0\\.1"));
            OpenPages.into(results, platform);
        }
        tell(results, PAGES);
    }

    private void start() throws Exception {
        IO.println("Starting everything …");
        var results = new Results("floor");
        WarmStart.into(results, root, target, STARTS);
        tell(results, "start");
    }

    private void scale() throws Exception {
        var scale = new Scale(root, target.resolve("scale"), FEW, MANY);
        atScale("scale", scale::lists);
        atScale("found", scale::found);
        atScale("erased", scale::erased);
        atScale("computed", scale::computed);
        atScale("walk", scale::walk);
    }

    private interface Part {
        void into(Results results) throws Exception;
    }

    /// What was measured until then is told, however it ends.
    private void atScale(String name, Part part) throws Exception {
        if (!parts.contains(name)) return;
        IO.println("%s: %,d contributions …".formatted(name, MANY));
        var results = new Results("beside");
        try (var _ = new Deadline(name, LONGEST, () -> tell(results, name))) {
            part.into(results);
        } finally {
            tell(results, name);
        }
    }

    private void tell(Results results, String part) {
        results.print();
        try {
            results.keep(target.resolve("results-" + part + ".md"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
