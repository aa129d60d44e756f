package de.stadtforum.gateway;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A service behind the gateway: says its name and remembers what reached it.
final class Upstream {
    /// @param headers in small letters, `name: value`
    record Reached(String method, String path, List<String> headers) {
        boolean has(String header) {
            return headers.stream()
                    .anyMatch(each -> each.startsWith(header.toLowerCase(Locale.ROOT) + ":"));
        }
    }

    /// What is answered at one path instead of the name.
    record Said(int status, String body, List<String> headers) {
        /// More is announced than comes.
        static final String BROKEN_OFF = "X-Test: broken off";

        static Said page(String body, String... headers) {
            return new Said(200, body, List.of(headers));
        }
    }

    private static final String READY = "/actuator/health/readiness";

    final String name;
    final int port;
    final Map<String, Said> said = new ConcurrentHashMap<>();

    /// Addresses whose answers stay open, with the lines that come; an empty one ends them.
    final Map<String, BlockingQueue<String>> streams = new ConcurrentHashMap<>();

    final List<Reached> reached = new CopyOnWriteArrayList<>();

    /// The paths of those that came, answered or held back.
    final List<String> begun = new CopyOnWriteArrayList<>();

    private final AtomicInteger waiting = new AtomicInteger();
    private HttpServer server;

    /// Until when answers are held back.
    private volatile CompletableFuture<?> delay = CompletableFuture.completedFuture(null);

    Upstream(String name) {
        this.name = name;
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int wanted) {
        try {
            var listening = HttpServer.create(new InetSocketAddress("127.0.0.1", wanted), 0);
            listening.createContext(
                    "/",
                    exchange -> {
                        var headers =
                                exchange.getRequestHeaders().entrySet().stream()
                                        .flatMap(each ->
                                                each.getValue().stream()
                                                        .map(value ->
                                                                each.getKey()
                                                                                .toLowerCase(
                                                                                        Locale.ROOT)
                                                                        + ": "
                                                                        + value))
                                        .toList();
                        exchange.getRequestBody().readAllBytes();
                        var path = exchange.getRequestURI().toString();
                        if (isAskedByTheGatewayItself(path)) {
                            delay.join();
                            say(exchange, said.getOrDefault(path, unasked(path)));
                            return;
                        }
                        begun.add(exchange.getRequestURI().toString());
                        waiting.incrementAndGet();
                        delay.join();
                        waiting.decrementAndGet();
                        reached.add(
                                new Reached(
                                        exchange.getRequestMethod(),
                                        exchange.getRequestURI().toString(),
                                        headers));
                        var stream = streams.get(exchange.getRequestURI().toString());
                        if (stream != null) {
                            stream(exchange, stream);
                            return;
                        }
                        var says =
                                said.getOrDefault(
                                        exchange.getRequestURI().toString(), Said.page(name));
                        say(exchange, says);
                    });
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.start();
            return listening;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Again and again, by every gateway of the tests before.
    private boolean isAskedByTheGatewayItself(String path) {
        return path.equals(READY) || path.equals("/api/" + name + "/paths");
    }

    private static Said unasked(String path) {
        return new Said(path.equals(READY) ? 200 : 404, "", List.of());
    }

    private static void say(HttpExchange exchange, Said says) throws IOException {
        for (var header : says.headers) {
            var parts = header.split(": ", 2);
            exchange.getResponseHeaders().add(parts[0], parts[1]);
        }
        var answer = says.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
                says.status,
                says.headers.contains(Said.BROKEN_OFF)
                        ? answer.length + 10
                        : answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static void stream(HttpExchange exchange, BlockingQueue<String> lines)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            // the head goes out with the first bytes
            body.write(":\n\n".getBytes(StandardCharsets.UTF_8));
            body.flush();
            for (var line = lines.take(); !line.isEmpty(); line = lines.take()) {
                body.write(("data:" + line + "\n\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers are held back for so long from now on.
    void takesItsTime(Duration time) {
        delay = new CompletableFuture<>().completeOnTimeout(null, time.toMillis(), MILLISECONDS);
    }

    /// Answers are held back until the returned one completes.
    CompletableFuture<?> waits() {
        var gate = new CompletableFuture<>();
        delay = gate;
        return gate;
    }

    /// How many answers are held back just now.
    int waiting() {
        return waiting.get();
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() {
        server = listen(port);
    }

    Reached last() {
        return reached.getLast();
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }
}
