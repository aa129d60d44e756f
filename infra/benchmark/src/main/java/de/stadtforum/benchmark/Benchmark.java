package de.stadtforum.benchmark;

import java.nio.file.Path;

/// One run: latency, rebuilding and throughput, each in rounds that take turns with those of its floor.
public final class Benchmark {
    private static final int ROUNDS = 5;

    private Benchmark() {}

    public static void main(String... arguments) throws Exception {
        var results = new Results();
        try (var programs = new Programs();
                var floor = new Floor()) {
            IO.println("Latency …");
            new Latency(programs, floor).into(results, ROUNDS);
            IO.println("Rebuilding …");
            new Rebuild(programs).into(results, ROUNDS);
            IO.println("Throughput …");
            new Throughput(programs, floor).into(results, ROUNDS);
        }
        results.print();
        results.keep(Path.of(System.getProperty("stadtforum.results")));
    }
}
