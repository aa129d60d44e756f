package de.stadtforum.benchmark;

import com.mongodb.client.MongoClients;
import de.stadtforum.benchmark.front.Front;
import de.stadtforum.benchmark.front.Hits;
import de.stadtforum.benchmark.front.Outage;
import de.stadtforum.benchmark.front.Platform;
import de.stadtforum.benchmark.front.Scale;
import de.stadtforum.testing.TestPlatform;
import java.nio.file.Path;
import java.util.List;

/// One run of the parts that are named, else of all: each in rounds that take turns with those of its floor or peer, each with a table of its own.
public final class Benchmark {
    private static final List<String> PARTS =
            List.of("messaging", "rollups", "front", "outage", "start");

    /// Takes long and is measured when it is named.
    private static final String SCALE = "scale";

    /// Short, and measured when it is named: what the gateway's cache holds under commands.
    private static final String HITS = "hits";

    private static final List<String> NAMED = List.of(SCALE, HITS);

    private static final int FEW = Integer.getInteger("stadtforum.scale.few", 10_000);
    private static final int MANY = Integer.getInteger("stadtforum.scale.many", 1_000_000);
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
        if (!parts.stream().allMatch(part -> PARTS.contains(part) || NAMED.contains(part))) {
            System.err.println(
                    "There are these parts: "
                            + String.join(" ", PARTS)
                            + " "
                            + String.join(" ", NAMED));
            System.exit(2);
        }
        new Benchmark(parts).run();
    }

    private void run() throws Exception {
        if (parts.contains("messaging")) messaging();
        if (parts.contains("rollups")) rollups();
        if (parts.contains("front") || parts.contains("outage") || parts.contains(HITS))
            try (var platform = new Platform(root, target.resolve("front"))) {
                IO.println("Starting gateway and lab-service …");
                platform.open();
                if (parts.contains("front")) front(platform);
                if (parts.contains("outage")) outage(platform);
                if (parts.contains(HITS)) hits(platform);
            }
        if (parts.contains("start")) start();
        if (parts.contains(SCALE)) scale();
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

    private void start() throws Exception {
        IO.println("Starting everything …");
        var results = new Results("floor");
        WarmStart.into(results, root, target, STARTS);
        tell(results, "start");
    }

    private void scale() throws Exception {
        IO.println("A million contributions beside ten thousand …");
        var results = new Results("with %,d".formatted(FEW));
        Scale.into(results, root, target.resolve("scale"), FEW, MANY);
        tell(results, SCALE);
    }

    private void tell(Results results, String part) throws Exception {
        results.print();
        results.keep(target.resolve("results-" + part + ".md"));
    }
}
