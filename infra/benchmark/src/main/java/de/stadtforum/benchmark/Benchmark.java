package de.stadtforum.benchmark;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Feed;
import de.stadtforum.messaging.Replays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/// One run: every figure beside its floor, medians of five rounds.
public final class Benchmark {
    private static final int ROUNDS = 5;
    private static final int COMMANDS = 100;
    private static final long MILLIS = 1_500;

    private final AggregateStore<Box> boxes;
    private final Feed<Box.Seen> seen;
    private final Floor floor;
    private final List<String> lines =
            new ArrayList<>(List.of("| what | Stadtforum | floor | ratio |", "|---|---|---|---|"));

    private Benchmark(AggregateStore<Box> boxes, Feed<Box.Seen> seen, Floor floor) {
        this.boxes = boxes;
        this.seen = seen;
        this.floor = floor;
    }

    public static void main(String... arguments) throws Exception {
        try (var teller = Programs.start(Programs.Teller.class, "session");
                var listener = Programs.start(Programs.Listener.class, "reporting");
                var floor = new Floor()) {
            var benchmark = new Benchmark(boxes(teller), seen(listener), floor);
            benchmark.latency();
            benchmark.throughput();
            benchmark.rebuild(listener.getBean(Replays.class));
            benchmark.print();
        }
        System.exit(0);
    }

    @SuppressWarnings("unchecked")
    private static AggregateStore<Box> boxes(ConfigurableApplicationContext teller) {
        return (AggregateStore<Box>) teller.getBean("boxes");
    }

    @SuppressWarnings("unchecked")
    private static Feed<Box.Seen> seen(ConfigurableApplicationContext listener) {
        return (Feed<Box.Seen>) listener.getBean("seen");
    }

    private interface Work {
        void once() throws Exception;
    }

    private void latency() throws Exception {
        series(this::commandUntilVisible); // warms up
        series(floor::roundTrip);
        var ours = new ArrayList<Series>();
        var bare = new ArrayList<Series>();
        for (var round = 0; round < ROUNDS; round++) {
            ours.add(series(this::commandUntilVisible));
            bare.add(series(floor::roundTrip));
        }
        for (var share : new double[] {0.5, 0.99})
            line(
                    String.format(Locale.ROOT, "accepted → visible, p%.0f (ms)", share * 100),
                    over(ours, share),
                    over(bare, share));
    }

    private void commandUntilVisible() {
        var id = UUID.randomUUID().toString();
        boxes.create(id, _ -> Box.first(id));
        while (seen.find(id).isEmpty()) LockSupport.parkNanos(500_000);
    }

    private static Series series(Work work) throws Exception {
        var times = new double[COMMANDS];
        for (var i = 0; i < COMMANDS; i++) {
            var begin = System.nanoTime();
            work.once();
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        return new Series(times);
    }

    private static double over(List<Series> rounds, double share) {
        return new Series(rounds.stream().mapToDouble(each -> each.percentile(share)).toArray())
                .median();
    }

    private void throughput() throws Exception {
        for (var clients : new int[] {1, 8}) {
            var now = clients;
            line(
                    clients
                            + (clients == 1 ? " client" : " clients")
                            + ", an aggregate each (commands/s beside inserts/s)",
                    median(() -> perSecond(now, this::command)),
                    median(() -> perSecond(now, floor::insert)));
        }
        var hot = UUID.randomUUID().toString();
        boxes.create(hot, _ -> Box.first(hot));
        line(
                "200 clients, one aggregate (commands/s beside inserts/s)",
                median(() -> perSecond(200, () -> boxes.decide(hot, Box::cast))),
                median(() -> perSecond(200, floor::insert)));
    }

    private void command() {
        var id = UUID.randomUUID().toString();
        if (!(boxes.create(id, _ -> Box.first(id)) instanceof Decision.Changed))
            throw new IllegalStateException("not accepted");
    }

    private interface Figure {
        double get() throws Exception;
    }

    private static double median(Figure figure) throws Exception {
        var values = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) values[round] = figure.get();
        return new Series(values).median();
    }

    private static double perSecond(int clients, Work work) throws Exception {
        var done = new AtomicInteger();
        var begin = System.nanoTime();
        var end = begin + MILLIS * 1_000_000;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++)
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        work.once();
                        done.incrementAndGet();
                    }
                    return done;
                });
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private void rebuild(Replays replays) {
        var facts = replays.ends().values().stream().mapToLong(each -> each).sum();
        var begin = System.nanoTime();
        replays.rebuild(List.of(seen));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "| rebuild of a feed (facts/s), %d facts | %.0f | | |",
                        facts,
                        facts / ((System.nanoTime() - begin) / 1e9)));
    }

    private void line(String what, double ours, double bare) {
        lines.add(
                String.format(
                        Locale.ROOT, "| %s | %.1f | %.1f | %.2f |", what, ours, bare, ours / bare));
    }

    private void print() throws Exception {
        var table = String.join("\n", lines) + "\n";
        IO.print(table);
        Files.writeString(
                Path.of(
                        System.getProperty("stadtforum.root", "."),
                        "infra/benchmark/target/results.md"),
                table);
    }
}
