package de.stadtforum.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// The running parts: started group by group, watched, started again when one dies, stopped in the opposite order.
final class Parts {
    private static final Duration START_PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final PrintStream out;
    private final Path pids;
    private final List<List<Part>> groups = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    /// @param pids which process each part is: for tests, and to find what a killed launcher left behind
    Parts(PrintStream out, Path pids) {
        this.out = out;
        this.pids = pids;
    }

    /// All parts of a group start at once; answers when all are ready.
    void start(List<Part> group) throws InterruptedException {
        group.forEach(part -> part.ports.forEach(port -> Port.requireFree(port, part.name)));
        groups.add(group);
        var begin = System.nanoTime();
        group.forEach(Part::start);
        writePids();
        var waits = new ArrayList<FutureTask<Part>>();
        for (var part : group) {
            var wait =
                    new FutureTask<>(() -> {
                        part.awaitReady(START_PATIENCE);
                        out.printf("  %-12s ready after %.1f s%n", part.name, seconds(begin));
                        return part;
                    });
            Thread.ofVirtual().start(wait);
            waits.add(wait);
        }
        for (var wait : waits) {
            try {
                wait.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof CannotStart why) throw why;
                throw new IllegalStateException(failed.getCause());
            }
        }
    }

    /// From now on a part that dies is named and started again.
    void watch() {
        all().forEach(part ->
                Thread.ofVirtual().name("watch " + part.name).start(() -> watch(part)));
    }

    private void watch(Part part) {
        var deaths = new ArrayDeque<Long>();
        while (true) {
            var process = part.process();
            if (process == null) return;
            var exit = process.onExit().join().exitValue();
            if (stopping) return;
            var now = System.nanoTime();
            deaths.add(now);
            deaths.removeIf(death -> now - death > Duration.ofMinutes(1).toNanos());
            var pause = pauseAfter(deaths.size());
            out.printf(
                    "%s ended with exit code %d and is started again%s; its log: %s.1%n",
                    part.name,
                    exit,
                    pause.isZero() ? "" : " in " + pause.toSeconds() + " s",
                    part.log);
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                if (stopping) return;
                part.start();
                writePids();
                part.awaitReady(START_PATIENCE);
                out.println(part.name + " is ready again.");
            } catch (CannotStart | UncheckedIOException again) {
                out.println(again.getMessage());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /// The first three times at once; then after a pause that grows to five seconds, and is forgotten after a quiet minute.
    static Duration pauseAfter(int deathsWithinAMinute) {
        return Duration.ofSeconds(Math.clamp(deathsWithinAMinute - 3L, 0, 5));
    }

    /// What was started last is stopped first; the parts of a group at once.
    void stop() {
        stopping = true;
        if (groups.isEmpty()) return; // the pids may be another launcher's
        for (var group : groups.reversed()) {
            var stops =
                    group.stream()
                            .map(part -> Thread.ofPlatform().start(() -> part.stop(STOP_PATIENCE)))
                            .toList();
            for (var stop : stops) {
                try {
                    stop.join();
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        try {
            Files.deleteIfExists(pids);
        } catch (IOException stays) {
            // the next start finds that these processes are gone
        }
    }

    boolean isStopped() {
        return stopping;
    }

    List<Part> all() {
        return groups.stream().flatMap(List::stream).toList();
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private synchronized void writePids() {
        var lines = new ArrayList<String>();
        for (var part : all()) {
            var process = part.process();
            if (process != null)
                lines.add(part.name + " " + process.pid() + " " + startOf(process.toHandle()));
        }
        try {
            Files.write(pids, lines);
        } catch (IOException failed) {
            throw new CannotStart("cannot write " + pids + ": " + failed.getMessage());
        }
    }

    /// Ends what a launcher left behind that was itself killed: same process id, same start.
    static void endLeftovers(Path pids, PrintStream out) throws IOException {
        if (!Files.exists(pids)) return;
        for (var line : Files.readAllLines(pids)) {
            var words = line.split(" ");
            if (words.length != 3) continue;
            ProcessHandle.of(Long.parseLong(words[1]))
                    .filter(left -> startOf(left).equals(words[2]))
                    .ifPresent(left -> {
                        out.println(
                                "  "
                                        + words[0]
                                        + " was left behind by an earlier run and is stopped.");
                        left.destroy();
                        left.onExit()
                                .orTimeout(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                .exceptionally(_ -> {
                                    left.destroyForcibly();
                                    return left;
                                })
                                .join();
                    });
        }
        Files.delete(pids);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("-");
    }
}
