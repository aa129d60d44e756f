package de.stadtforum.benchmark.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A program of the platform, extracted and started as a deployment does, in a process of its own that ends with the benchmark.
public final class Program implements AutoCloseable {
    private static final int HEAP = Integer.getInteger("stadtforum.scale.heap", 256);

    /// Both compilers, a heap that is there from the start, and the collector that the JVM chooses itself in a container of less than 1.8 GB.
    public static final List<String> FLAGS = flags(HEAP);

    /// The same with another heap.
    public static List<String> flags(int megabytes) {
        return List.of(
                "-Xms" + megabytes + "m",
                "-Xmx" + megabytes + "m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError");
    }

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /// Short, as in `/api/lab`.
    public final String service;

    public final String name;
    public final int port = Http.freePort();
    private final Jars jars;
    private final String module;
    private final Map<String, String> environment;
    private final Path log;
    private final String ready;
    private @Nullable Process process;

    /// @param module the folder under the root in which it is built
    /// @param name that of its log; each process has its own
    /// @param ready the path that answers 200 when it is
    Program(Jars jars, String module, String name, String ready, Map<String, String> environment) {
        this.jars = jars;
        this.module = module;
        this.service = module.replace("-service", "");
        this.name = name;
        this.ready = ready;
        this.environment = environment;
        this.log = jars.folder().resolve(name + ".log");
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "end of " + name));
    }

    public void start() {
        start(Map.of());
    }

    /// @param more settings for this time
    public void start(Map<String, String> more) {
        start(more, FLAGS);
    }

    /// @param flags of the JVM
    public void start(Map<String, String> more, List<String> flags) {
        var command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(flags);
        command.add("-jar");
        command.add(jars.of(module).toString());
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void awaitReady() {
        var started = running();
        Awaitility.await(name + " is ready, see " + log)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .failFast(name + " ended, see " + log, () -> !started.isAlive())
                .until(() -> Http.status(port, ready) == 200);
    }

    private Process running() {
        if (process == null) throw new IllegalStateException(name + " was not started");
        return process;
    }

    public long pid() {
        return running().pid();
    }

    public boolean isAlive() {
        return running().isAlive();
    }

    /// As `kill -9` does; answers when it is gone.
    public void kill() {
        if (process != null) process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        kill();
    }
}
