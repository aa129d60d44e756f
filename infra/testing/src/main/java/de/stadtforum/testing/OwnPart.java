package de.stadtforum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A part in a process of its own, which ends with the test run.
final class OwnPart implements TestPart {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final String address;
    private final List<String> command;
    private final Path log;
    private final BooleanSupplier ready;
    private volatile @Nullable Process process;

    OwnPart(String name, String address, List<String> command, Path log, BooleanSupplier ready) {
        this.name = name;
        this.address = address;
        this.command = command;
        this.log = log;
        this.ready = ready;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "end of " + name));
        start();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public synchronized void start() {
        var running = process;
        if (running != null && running.isAlive()) return;
        Process started;
        try {
            started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        process = started;
        Awaitility.await(name + " is ready, see " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .failFast(name + " ended, see " + log, () -> !started.isAlive())
                .until(ready::getAsBoolean);
    }

    @Override
    public void kill() {
        var running = process;
        if (running != null) running.destroyForcibly().onExit().join();
    }

    @Override
    public synchronized void stop() {
        var running = process;
        if (running == null) return;
        running.destroy();
        if (running.onExit().completeOnTimeout(running, 20, TimeUnit.SECONDS).join().isAlive())
            kill();
    }
}
