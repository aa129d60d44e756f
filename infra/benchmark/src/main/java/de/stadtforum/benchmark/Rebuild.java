package de.stadtforum.benchmark;

import de.stadtforum.benchmark.platform.LogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A feed is built anew from the first fact, beside a consumer that only reads the same partitions.
final class Rebuild {
    private static final int AGGREGATES = 2_000;
    private static final int FACTS_OF_EACH = 10;
    private static final int CLIENTS = 8;
    private final Programs programs;

    Rebuild(Programs programs) {
        this.programs = programs;
    }

    void into(Results results, int rounds) throws Exception {
        fill();
        var ends = programs.replays().ends();
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (var round = 0; round < rounds; round++) {
            ours.add(rebuilt(ends));
            bare.add(read(ends));
        }
        var facts = ends.values().stream().mapToLong(Long::longValue).sum();
        results.add(
                "rebuild from %,d facts of %,d aggregates: facts/s, floor: read only"
                        .formatted(facts, AGGREGATES),
                Series.of(ours),
                Series.of(bare));
    }

    private void fill() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (var client = 0; client < CLIENTS; client++) {
                var first = client;
                clients.add(
                        threads.submit(() -> {
                            for (var i = first; i < AGGREGATES; i += CLIENTS) open(i);
                        }));
            }
            for (var client : clients) client.get();
        }
        programs.settle();
    }

    private void open(int number) {
        var id = "rebuild-" + number;
        programs.boxes().create(id, _ -> Box.with(id, FACTS_OF_EACH));
    }

    private double rebuilt(Map<String, Long> ends) {
        var begin = System.nanoTime();
        programs.replays().rebuild(List.of(programs.seen()));
        var end = System.nanoTime();
        var seen = programs.seen().all().stream().mapToLong(box -> box.state().ballots()).sum();
        return perSecond(seen, ends, begin, end);
    }

    private static double read(Map<String, Long> ends) {
        var begin = System.nanoTime();
        var read = LogReader.readNamed(ends);
        return perSecond(read, ends, begin, System.nanoTime());
    }

    /// @throws IllegalStateException when what was counted is not what stands on the log: then the time means nothing
    private static double perSecond(long counted, Map<String, Long> ends, long begin, long end) {
        var facts = ends.values().stream().mapToLong(Long::longValue).sum();
        if (counted != facts)
            throw new IllegalStateException(counted + " of " + facts + " facts were read");
        return facts / ((end - begin) / 1e9);
    }
}
