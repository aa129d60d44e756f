package de.stadtforum.local.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The platform as `infra/start` runs it, on ports and data of the test's own.
final class RunningPlatform implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("stadtforum.root", "../.."));
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path data;
    private final int ports;
    private final Path log;
    private final Process launcher;
    private final List<Process> twins = new ArrayList<>();

    private RunningPlatform(Path data, int ports, List<String> options) {
        this.data = data;
        this.ports = ports;
        this.log = data.resolve("launcher.log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-Dstadtforum.root=" + ROOT.toAbsolutePath().normalize(),
                                "-cp",
                                ROOT.resolve("infra/local/target/classes")
                                        + ":"
                                        + ROOT.resolve("infra/local/target/lib")
                                        + "/*",
                                "de.stadtforum.local.Launcher",
                                "--data",
                                data.toString(),
                                "--ports-from",
                                "" + ports));
        command.addAll(options);
        try {
            Files.createDirectories(data);
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            // renewed all the time: a minute of it is the allowance for clocks that differ
            builder.environment().put("STADTFORUM_LOGIN_ACCESS", "62s");
            launcher = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
    }

    /// Starts and does not wait.
    static RunningPlatform starting(Path data, int ports, String... options) {
        return new RunningPlatform(data, ports, List.of(options));
    }

    static RunningPlatform started(Path data, int ports, String... options) {
        return starting(data, ports, options).awaitStarted();
    }

    /// Nine ports in a row that are free now.
    static int freePorts() {
        return freePorts(21_000);
    }

    static int freePorts(int first) {
        for (var from = first; from < 60_000; from += 16) if (allFree(from)) return from;
        throw new IllegalStateException("no free ports");
    }

    private static boolean allFree(int from) {
        for (var port = from; port < from + 9; port++) {
            try (var socket = new ServerSocket(port)) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    RunningPlatform awaitStarted() {
        awaitSaid("Ctrl-C stops everything.");
        return this;
    }

    void awaitSaid(String words) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        if (!launcher.isAlive())
                            throw new IllegalStateException("the launcher ended: " + said());
                        return said().contains(words);
                    });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "not said in time: " + words + "; last words: " + lastWords() + "\n" + said(),
                    late);
        }
    }

    private String lastWords() {
        var lines = said().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// As `kill -9` does; the launcher starts the part again.
    void kill(String part) {
        var process = ProcessHandle.of(pid(part)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private long pid(String part) {
        try (var pids = Files.lines(data.resolve("pids"))) {
            return Long.parseLong(
                    pids.filter(line -> line.startsWith(part + " "))
                            .reduce((_, last) -> last)
                            .orElseThrow()
                            .split(" ")[1]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Another instance of a service, told the same but for the port; ends with the platform.
    Process twin(String service, int port) {
        try {
            var process = Path.of("/proc", "" + pid(service));
            var command = List.of(Files.readString(process.resolve("cmdline")).split("\0"));
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(data.resolve(service + "-twin.log").toFile());
            for (var variable : Files.readString(process.resolve("environ")).split("\0")) {
                var name = variable.substring(0, variable.indexOf('='));
                builder.environment().put(name, variable.substring(name.length() + 1));
            }
            builder.environment().put("SERVER_PORT", "" + port);
            var twin = builder.start();
            twins.add(twin);
            Runtime.getRuntime().addShutdownHook(new Thread(twin::destroyForcibly));
            return twin;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    URI address(int part, String path) {
        return URI.create("http://localhost:" + (ports + part) + path);
    }

    Path data() {
        return data;
    }

    Path tokens() {
        return data.resolve("tokens.json");
    }

    int brokerPort() {
        return ports + 5;
    }

    /// Each record of the four topics of facts, as any consumer reads them.
    void eachRecord(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:" + brokerPort());
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            for (var teller : List.of("membership", "session", "lab", "reporting"))
                consumer.partitionsFor("stadtforum." + teller)
                        .forEach(each ->
                                partitions.add(new TopicPartition(each.topic(), each.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each)))
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /// What a person reads on the page, through the gateway.
    String page(String path) {
        var answer = send(HttpRequest.newBuilder(address(0, path)).header("Accept", "text/html"));
        if (answer.statusCode() != 200)
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        return Jsoup.parse(answer.body()).text().replace('\u00a0', ' ');
    }

    JsonNode json(String path) {
        return JsonMapper.shared()
                .readTree(
                        send(HttpRequest.newBuilder(address(0, path))
                                        .header("Accept", "application/json"))
                                .body());
    }

    /// A command in somebody's name, straight to one service.
    ///
    /// @return the status
    int command(int part, String label, String method, String path, String body) {
        return ask(part, label, method, path, body).statusCode();
    }

    /// The same, read as JSON.
    JsonNode answer(int part, String label, String method, String path, String body) {
        return JsonMapper.shared().readTree(ask(part, label, method, path, body).body());
    }

    /// Has a report computed anew, and waits for what comes of it.
    JsonNode proof(int part, String report) {
        var path = "/api/reporting/reports/" + report;
        answer(part, "Berichtswesen", "POST", path + "/prove", "{}");
        var ended =
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(
                                () -> json(path + "/proof"),
                                it ->
                                        List.of("DONE", "FAILED")
                                                .contains(
                                                        it.path("course")
                                                                .path("state")
                                                                .asString("")));
        var results = ended.path("results");
        return results.path(results.size() - 1);
    }

    private HttpResponse<String> ask(
            int part, String label, String method, String path, String body) {
        return send(
                HttpRequest.newBuilder(address(part, path))
                        .header("Authorization", "Bearer " + token(label))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    int status(int part, String path) {
        return send(HttpRequest.newBuilder(address(part, path))).statusCode();
    }

    String token(String label) {
        for (var entry : JsonMapper.shared().readTree(tokens().toFile()))
            if (entry.get("label").asString().equals(label)) return entry.get("token").asString();
        throw new IllegalArgumentException(label);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        twins.forEach(Process::destroyForcibly);
        launcher.destroy();
        try {
            if (!launcher.waitFor(40, TimeUnit.SECONDS))
                throw new IllegalStateException("the launcher does not stop: " + said());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
