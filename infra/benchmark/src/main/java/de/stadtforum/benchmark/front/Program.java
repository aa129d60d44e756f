package de.stadtforum.benchmark.front;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A program of the platform, extracted and started as a deployment does, in a process of its own that ends with the benchmark.
final class Program implements AutoCloseable {
    /// Both compilers, a heap that is there from the start, and the collector that the JVM chooses itself in a container of less than 1.8 GB.
    static final List<String> FLAGS =
            List.of(
                    "-Xms256m",
                    "-Xmx256m",
                    "-XX:+AlwaysPreTouch",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError");

    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    final int port;
    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final String ready;
    private @Nullable Process process;

    /// @param module the folder under the root in which it is built
    /// @param ready the path that answers 200 when it is
    Program(
            Path root,
            Path folder,
            String module,
            int port,
            String ready,
            Map<String, String> environment)
            throws IOException, InterruptedException {
        this.name = Path.of(module).getFileName().toString();
        this.port = port;
        this.ready = ready;
        this.environment = environment;
        this.log = folder.resolve(name + ".log");
        command = new ArrayList<>(List.of(BIN.resolve("java").toString()));
        command.addAll(FLAGS);
        command.add("-jar");
        command.add(extracted(root.resolve(module).resolve("target"), folder).toString());
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "end of " + name));
    }

    private Path extracted(Path target, Path folder) throws IOException, InterruptedException {
        Path jar;
        try (var files = Files.list(target)) {
            jar =
                    files.filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(name + " is not built"));
        }
        var place = folder.resolve(name);
        run(
                "java",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                place.toString());
        return place.resolve(jar.getFileName());
    }

    /// Calls a program of the JDK and waits for its end.
    static void run(String program, String... arguments) throws IOException, InterruptedException {
        var call = new ArrayList<>(List.of(BIN.resolve(program).toString()));
        call.addAll(List.of(arguments));
        var running = new ProcessBuilder(call).redirectErrorStream(true).start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) throw new IllegalStateException(call + ": " + said.strip());
    }

    void start() throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        process = builder.start();
    }

    void awaitReady() {
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

    long pid() {
        return running().pid();
    }

    /// As `kill -9` does; answers when it is gone.
    void kill() {
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
