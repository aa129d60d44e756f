package de.stadtforum.benchmark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import de.stadtforum.benchmark.platform.PacedLoad.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacedLoadTests {
    private static final long MILLISECOND = 1_000_000;
    private static final byte[] PAGE = "ein Blatt".repeat(1_000).getBytes();

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private int port;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        port = server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        held.countDown();
        server.stop(0);
        threads.close();
    }

    private void serve(boolean chunked, int status) {
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(status, chunked ? 0 : PAGE.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(PAGE);
                    }
                });
        server.start();
    }

    @Test
    void readsAnswersWithALengthAndInChunksOnTheSameConnection() throws IOException {
        for (var chunked : new boolean[] {true, false}) {
            server.createContext(
                    "/" + chunked,
                    exchange -> {
                        exchange.sendResponseHeaders(
                                chunked ? 200 : 503, chunked ? 0 : PAGE.length);
                        try (var body = exchange.getResponseBody()) {
                            body.write(PAGE);
                        }
                    });
        }
        server.start();
        try (var connection = new Connection(port)) {
            assertThat(connection.ask(Connection.get(port, "/true"))).isEqualTo(200);
            assertThat(connection.ask(Connection.get(port, "/false"))).isEqualTo(503);
            assertThat(connection.ask(Connection.get(port, "/true"))).isEqualTo(200);
        }
    }

    @Test
    void keepsItsRate() {
        serve(true, 200);
        var load = PacedLoad.start(port, "/", 200, 4);
        await().until(() -> asked.get() >= 100);
        var answers = load.stop();
        var first = answers.stream().mapToLong(Answer::due).min().orElseThrow();
        var last = answers.stream().mapToLong(Answer::due).max().orElseThrow();
        assertThat((answers.size() - 1) / ((last - first) / 1e9)).isCloseTo(200, within(1.0));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
    }

    @Test
    void aStallIsCountedForAllThatWereDueMeanwhile() {
        server.createContext(
                "/",
                exchange -> {
                    if (asked.incrementAndGet() == 10)
                        try {
                            held.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
        var load = PacedLoad.start(port, "/", 100, 1);
        await().until(() -> asked.get() == 10);
        var stalled = System.nanoTime();
        await().until(() -> System.nanoTime() - stalled > 300 * MILLISECOND);
        held.countDown();
        await().until(() -> asked.get() >= 50);
        var late = load.stop().stream().filter(answer -> answer.milliseconds() > 100).count();
        assertThat(late).isGreaterThan(15); // one of them was held, the others were due behind it
    }
}
