package de.stadtforum.benchmark;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// One command at a time: from the call until the other program's database shows what it changed.
final class Latency {
    private static final int COMMANDS = 100;
    private static final long POLL_NANOS = 200_000;
    private final Programs programs;
    private final Floor floor;
    private final List<String> boxes =
            IntStream.range(0, COMMANDS).mapToObj(i -> "latency-" + i).toList();

    Latency(Programs programs, Floor floor) {
        this.programs = programs;
        this.floor = floor;
    }

    void into(Results results, int rounds) throws Exception {
        boxes.forEach(id -> programs.boxes().create(id, _ -> Box.empty(id)));
        ours();
        bare();
        var ours = new ArrayList<List<Steps>>();
        var bare = new ArrayList<List<Steps>>();
        for (var round = 0; round < rounds; round++) {
            ours.add(ours());
            bare.add(bare());
        }
        add(results, "accepted → visible, p50 (ms)", ours, bare, Steps::all, 0.5);
        add(results, "accepted → visible, p99 (ms)", ours, bare, Steps::all, 0.99);
        add(results, "… of it: write the command, p50", ours, bare, Steps::written, 0.5);
        add(results, "… of it: tell, log, receive, p50", ours, bare, Steps::heard, 0.5);
        add(results, "… of it: write the copy, p50", ours, bare, Steps::visible, 0.5);
        programs.withSecondInstance(second -> twoInstances(results, rounds, second));
    }

    /// The same aggregates on both in turn, so that who tells them changes all the time.
    private void twoInstances(Results results, int rounds, AggregateStore<Box> second)
            throws Exception {
        var onFirst = new ArrayList<List<Steps>>();
        var onSecond = new ArrayList<List<Steps>>();
        var bare = new ArrayList<List<Steps>>();
        for (var round = 0; round < rounds; round++) {
            onFirst.add(ours());
            onSecond.add(ours(second));
            bare.add(bare());
        }
        add(results, "two instances, on the first, p50 (ms)", onFirst, bare, Steps::all, 0.5);
        add(results, "two instances, on the second, p50 (ms)", onSecond, bare, Steps::all, 0.5);
    }

    private static void add(
            Results results,
            String what,
            List<List<Steps>> ours,
            List<List<Steps>> bare,
            ToDoubleFunction<Steps> step,
            double share) {
        results.add(what, overRounds(ours, step, share), overRounds(bare, step, share));
    }

    private static Series overRounds(
            List<List<Steps>> rounds, ToDoubleFunction<Steps> step, double share) {
        return new Series(
                rounds.stream()
                        .mapToDouble(round ->
                                new Series(round.stream().mapToDouble(step).toArray())
                                        .percentile(share))
                        .toArray());
    }

    private List<Steps> ours() throws InterruptedException {
        return ours(programs.boxes());
    }

    private List<Steps> ours(AggregateStore<Box> instance) throws InterruptedException {
        var all = new ArrayList<Steps>();
        for (var id : boxes) all.add(untilVisible(instance, id));
        return all;
    }

    private List<Steps> bare() throws Exception {
        var all = new ArrayList<Steps>();
        for (var i = 0; i < COMMANDS; i++) all.add(floor.roundTrip());
        return all;
    }

    /// Asks the database only when the listener has the fact: asking all the time would slow down what is measured.
    private Steps untilVisible(AggregateStore<Box> instance, String id)
            throws InterruptedException {
        programs.heard().drainPermits();
        var begin = System.nanoTime();
        if (!(instance.decide(id, Box::cast) instanceof Decision.Changed<Box>(var box, _)))
            throw new IllegalStateException("the command was not accepted");
        var written = System.nanoTime();
        if (!programs.heard().tryAcquire(30, TimeUnit.SECONDS))
            throw new IllegalStateException("the fact did not arrive");
        var heard = System.nanoTime();
        while (programs.seen().find(id).map(Box.Seen::ballots).orElse(0) < box.ballots())
            LockSupport.parkNanos(POLL_NANOS);
        return Steps.between(begin, written, Math.max(written, heard), System.nanoTime());
    }
}
