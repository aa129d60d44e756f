package de.stadtforum.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One process of the platform: how it is started, when it is ready, where it writes its log.
final class Part {
    private static final int LAST_LINES = 12;

    final String name;
    final List<Integer> ports;
    final Path log;
    private final List<String> command;
    private final Map<String, String> environment;
    private final BooleanSupplier ready;
    private volatile @Nullable Process process;

    Part(
            String name,
            List<Integer> ports,
            Path log,
            List<String> command,
            Map<String, String> environment,
            BooleanSupplier ready) {
        this.name = name;
        this.ports = ports;
        this.log = log;
        this.command = ownGroup(command);
        this.environment = environment;
        this.ready = ready;
    }

    /// Ctrl-C reaches every process of a group at once; a group of its own lets the launcher stop the parts in order.
    private static List<String> ownGroup(List<String> command) {
        var setsid = Path.of("/usr/bin/setsid");
        if (!Files.isExecutable(setsid)) return command;
        var whole = new ArrayList<>(List.of(setsid.toString()));
        whole.addAll(command);
        return whole;
    }

    Process start() {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log))
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var started = builder.start();
            process = started;
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Waits until it is ready; a process that ends before, or takes too long, cannot start.
    void awaitReady(Duration patience) throws InterruptedException {
        var started = process;
        if (started == null) throw new IllegalStateException(name + " was not started");
        var end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            // the wait between two looks is a wait for its end
            if (started.waitFor(50, TimeUnit.MILLISECONDS)) throw died(started.exitValue());
            if (System.nanoTime() > end)
                throw new CannotStart(
                        name
                                + " is not ready after "
                                + patience.toSeconds()
                                + " s; its log: "
                                + log
                                + lastLines());
        }
    }

    CannotStart died(int exit) {
        return new CannotStart(
                name
                        + " ended with exit code "
                        + exit
                        + "; the last lines of "
                        + log
                        + ":"
                        + lastLines());
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return "\n    "
                    + String.join(
                            "\n    ",
                            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            return " (cannot be read)";
        }
    }

    void stop(Duration patience) {
        var running = process;
        if (running == null) return;
        running.destroy();
        try {
            if (running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        running.destroyForcibly();
    }

    @Nullable Process process() {
        return process;
    }
}
