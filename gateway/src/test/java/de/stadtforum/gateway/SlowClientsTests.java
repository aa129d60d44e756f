package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// A client that drips a byte at a time and never ends holds nothing for long.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"stadtforum.limits.headers=1s", "stadtforum.limits.body=1s"})
@ContextConfiguration(initializers = Upstreams.class)
@Timeout(20)
class SlowClientsTests {
    private static final String HEAD = "Host: localhost\r\n";

    private final ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();

    @LocalServerPort private int port;
    @Autowired private CircuitBreakerRegistry breakers;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    @AfterEach
    void stop() {
        drops.shutdownNow();
    }

    /// What came back by the time the gateway closed.
    private String dripping(String start, String drop) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            var dropping =
                    drops.scheduleAtFixedRate(
                            () -> {
                                try {
                                    out.write(drop.getBytes(StandardCharsets.US_ASCII));
                                } catch (IOException closed) {
                                    throw new IllegalStateException(closed);
                                }
                            },
                            50,
                            50,
                            TimeUnit.MILLISECONDS);
            var answer = new StringBuilder();
            try {
                var in = socket.getInputStream();
                for (var read = in.read(); read >= 0; read = in.read()) answer.append((char) read);
            } catch (IOException reset) {
                // closed while a drop was under way
            }
            dropping.cancel(false);
            return answer.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100000",
                "Transfer-Encoding: chunked",
                "Expect: 100-continue\r\nContent-Length: 100000"
            })
    void aBodyHasToArriveInTime(String length) throws Exception {
        var start = "POST /gremien/x HTTP/1.1\r\n" + HEAD + length + "\r\n\r\n";
        var answer = dripping(start, length.startsWith("T") ? "1\r\nx\r\n" : "x");
        assertThat(answer).contains("HTTP/1.1 408 ").doesNotContain("HTTP/1.1 200");
        assertThat(breakers.circuitBreaker("membership").getMetrics().getNumberOfFailedCalls())
                .isZero();
    }

    @Test
    void aHeadHasToArriveInTime() throws Exception {
        assertThat(dripping("GET /gremien HTTP/1.1\r\n" + HEAD, "X-A: b\r\n"))
                .startsWith("HTTP/1.1 408 ");
        assertThat(Upstreams.reached()).isEmpty();
    }

    @Test
    void soHasTheSecondOnTheSameConnection() throws Exception {
        var first = "GET /gremien HTTP/1.1\r\n" + HEAD + "\r\n";
        var answer = dripping(first + "GET /gremien HTTP/1.1\r\n" + HEAD, "X-A: b\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 408 ");
        assertThat(Upstreams.reached()).hasSize(1);
    }

    @Test
    void whoSaysNothingIsSentAway() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            assertThat(
                            new String(
                                    socket.getInputStream().readAllBytes(),
                                    StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void aServiceMayTakeLongerThanACaller() throws Exception {
        Upstreams.MEMBERSHIP.takesItsTime(Duration.ofMillis(1_500));
        var caller = new Caller(port);
        assertThat(caller.get("/gremien").status()).isEqualTo(200);
        Upstreams.MEMBERSHIP.takesItsTime(Duration.ofMillis(1_500));
        assertThat(caller.post("/gremien/x", "a=b").status()).isEqualTo(200);
        assertThat(caller.get("/gremien").status()).isEqualTo(200);
    }

    /// The body comes by itself, and the service takes longer than a head may.
    @Test
    void theEndOfABodyIsNotTheBeginningOfAHead() throws Exception {
        Upstreams.MEMBERSHIP.takesItsTime(Duration.ofMillis(1_500));
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var head =
                    "POST /gremien/x HTTP/1.1\r\n"
                            + HEAD
                            + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var go = "HTTP/1.1 100 Continue\r\n\r\n".length();
            assertThat(
                            new String(
                                    socket.getInputStream().readNBytes(go),
                                    StandardCharsets.US_ASCII))
                    .contains(" 100 ");
            socket.getOutputStream().write("a=b".getBytes(StandardCharsets.US_ASCII));
            assertThat(
                            new String(
                                    socket.getInputStream().readNBytes(12),
                                    StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }
}
