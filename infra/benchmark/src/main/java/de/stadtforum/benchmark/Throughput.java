package de.stadtforum.benchmark;

import de.stadtforum.messaging.commands.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How many commands a second are accepted while the platform tells and hears them, and how many a second until all are visible.
final class Throughput {
    private static final long NANOS = 1_000_000_000;
    private final Programs programs;
    private final AtomicInteger refused = new AtomicInteger();
    private final Load oneInsert;
    private final Load eightInserts;
    private final Load eightChains;
    private final Floor floor;
    private final List<Load> loads;

    Throughput(Programs programs, Floor floor) {
        this.programs = programs;
        this.floor = floor;
        oneInsert = new Load("1 client", 1, _ -> floor.insert(), null);
        eightInserts = new Load("8 clients", 8, _ -> floor.insert(), null);
        eightChains =
                new Load(
                        "8 clients, bare drivers: insert, send, receive, write",
                        8,
                        _ -> floor.insertAndSend(),
                        eightInserts);
        loads =
                List.of(
                        new Load("1 client, a new aggregate each time", 1, this::open, oneInsert),
                        new Load("8 clients, a new aggregate each", 8, this::open, eightInserts),
                        new Load("1 client, one aggregate", 1, this::castOwn, oneInsert),
                        new Load("8 clients, an aggregate each", 8, this::castOwn, eightInserts),
                        new Load("8 clients, one aggregate", 8, this::castHot, eightInserts),
                        new Load("200 clients, one aggregate", 200, this::castHot, eightInserts));
    }

    private interface Command {
        /// @return whether it was accepted
        boolean by(int client);
    }

    /// Milliseconds of processor for one command until it is visible.
    ///
    /// @param programs the one that tells and the one that hears, with the clients
    private record Spent(double programs, double store, double broker) {
        static Spent since(Spent begin, int commands) {
            var now = now();
            return new Spent(
                    (now.programs - begin.programs) / commands,
                    (now.store - begin.store) / commands,
                    (now.broker - begin.broker) / commands);
        }

        static Spent now() {
            return new Spent(
                    1e3 * Cpu.of(ProcessHandle.current().pid()),
                    1e3 * Cpu.ofChild("EmbeddedStore"),
                    1e3 * Cpu.ofChild("EmbeddedBroker"));
        }
    }

    /// Clients that send one command after another, and what came of it in each round.
    private record Load(
            String what,
            int clients,
            Command command,
            @Nullable Load floor,
            List<Double> accepted,
            List<Double> visible,
            List<Spent> spent) {
        Load(String what, int clients, Command command, @Nullable Load floor) {
            this(
                    what,
                    clients,
                    command,
                    floor,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    void into(Results results, int rounds) throws Exception {
        for (var round = 0; round < rounds; round++) {
            measure(oneInsert);
            measure(eightInserts);
            measure(eightChains);
            for (var load : loads) measure(load);
        }
        for (var load : loads)
            if (load.floor() != null)
                results.add(
                        load.what() + ": accepted/s, floor: inserts/s",
                        Series.of(load.accepted()),
                        Series.of(load.floor().accepted()));
        results.add(
                eightChains.what() + ": visible/s, floor: inserts/s",
                Series.of(eightChains.visible()),
                Series.of(eightInserts.accepted()));
        for (var load : loads)
            if (load.floor() == eightInserts)
                results.add(
                        load.what() + ": visible/s, floor: what bare drivers make visible",
                        Series.of(load.visible()),
                        Series.of(eightChains.visible()));
            else results.add(load.what() + ": visible/s", Series.of(load.visible()));
        results.remark("Commands answered busy, which are not counted: " + refused);
        results.remark("");
        results.remark("| ms of processor a command, until visible | programs | store | broker |");
        results.remark("|---|---|---|---|");
        for (var inserts : List.of(oneInsert, eightInserts))
            spent(results, "insert, " + inserts.what(), inserts);
        spent(results, eightChains.what(), eightChains);
        for (var load : loads) spent(results, load.what(), load);
    }

    private static void spent(Results results, String what, Load load) {
        results.remark(
                String.format(
                        Locale.ROOT,
                        "| %s | %.2f | %.2f | %.2f |",
                        what,
                        median(load, Spent::programs),
                        median(load, Spent::store),
                        median(load, Spent::broker)));
    }

    private static double median(Load load, ToDoubleFunction<Spent> part) {
        return new Series(load.spent().stream().mapToDouble(part).toArray()).median();
    }

    private void measure(Load load) throws Exception {
        var before = Spent.now();
        var begin = System.nanoTime();
        var accepted = accepted(load, begin + NANOS);
        load.accepted().add(accepted / seconds(begin));
        programs.settle();
        floor.awaitReceived();
        load.visible().add(accepted / seconds(begin));
        load.spent().add(Spent.since(before, Math.max(1, accepted)));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static int accepted(Load load, long end) throws Exception {
        var accepted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<Integer>>();
            for (var i = 0; i < load.clients(); i++) {
                var client = i;
                Callable<Integer> work =
                        () -> {
                            var own = 0;
                            while (System.nanoTime() < end) if (load.command().by(client)) own++;
                            return own;
                        };
                clients.add(threads.submit(work));
            }
            for (var client : clients) accepted += client.get();
        }
        return accepted;
    }

    private boolean open(int client) {
        return cast(UUID.randomUUID().toString());
    }

    private boolean castOwn(int client) {
        return cast("own-" + client);
    }

    private boolean castHot(int client) {
        return cast("hot");
    }

    private boolean cast(String id) {
        var decision =
                programs.boxes().create(id, box -> box == null ? Box.with(id, 1) : box.cast());
        var accepted = decision instanceof Decision.Changed;
        if (!accepted) refused.incrementAndGet();
        return accepted;
    }
}
