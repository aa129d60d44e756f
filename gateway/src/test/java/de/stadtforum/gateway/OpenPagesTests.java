package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.gateway.edge.EndedSessions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Pages that follow their changes, through the gateway.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "stadtforum.routes.longest-answer=1s",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s",
            "spring.cloud.gateway.server.webflux.trusted-proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1",
            "stadtforum.limits.pages.address=3",
            "stadtforum.limits.pages.login=2",
            "stadtforum.limits.pages.all=6"
        })
@ContextConfiguration(initializers = Upstreams.class)
class OpenPagesTests {
    private static final String PATH = "/sitzungen/eins/ereignisse";
    private static final Duration SOON = Duration.ofSeconds(5);
    private static int addresses;

    @LocalServerPort private int port;
    @Autowired private EndedSessions sessions;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final List<Open> opened = new CopyOnWriteArrayList<>();
    private String address = "";

    @BeforeEach
    void begin() {
        Upstreams.forget();
        Upstreams.SESSION.streams.put(PATH, told);
        address = "198.51.100." + ++addresses;
    }

    @AfterEach
    void end() throws IOException {
        for (var each : opened) each.close();
        for (var each : opened) told.add("");
        Upstreams.SESSION.streams.clear();
    }

    private final class Open {
        final HttpResponse<InputStream> answer;
        final List<String> lines = new CopyOnWriteArrayList<>();
        volatile boolean ended;

        Open(HttpResponse<InputStream> answer) {
            this.answer = answer;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var reader = new BufferedReader(new InputStreamReader(answer.body()))) {
                for (var line = reader.readLine(); line != null; line = reader.readLine())
                    if (line.startsWith("data:")) lines.add(line);
                ended = true;
            } catch (IOException closed) {
                ended = true;
            }
        }

        void close() throws IOException {
            answer.body().close();
        }
    }

    private Open open(String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                        .header("Accept", "text/event-stream")
                        .header("Accept-Encoding", "gzip")
                        .header("X-Forwarded-For", address);
        if (headers.length > 0) request.headers(headers);
        told.add("here");
        var open =
                new Open(
                        HttpClient.newHttpClient()
                                .send(request.build(), BodyHandlers.ofInputStream()));
        if (open.answer.statusCode() == 200) opened.add(open);
        else told.remove("here");
        return open;
    }

    @Test
    void eachEventGoesOnAtOnceAndNothingEndsWhatIsSilentForLongerThanAnAnswerMayTake()
            throws Exception {
        var open = open();
        assertThat(open.answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(open.answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        await().atMost(SOON).until(() -> open.lines.equals(List.of("data:here")));
        var silent = System.nanoTime();
        await().atMost(SOON).until(() -> System.nanoTime() - silent > 2_000_000_000L);
        assertThat(open.ended).isFalse();
        told.add("later");
        await().atMost(SOON).until(() -> open.lines.equals(List.of("data:here", "data:later")));
    }

    @Test
    void anAddressHasSoManyAndOneMoreWhenOneIsShut() throws Exception {
        var first = open();
        open();
        open();
        var refused = open();
        assertThat(refused.answer.statusCode()).isEqualTo(429);
        assertThat(refused.answer.headers().firstValue("Retry-After")).hasValue("30");
        first.close();
        // that somebody has gone is seen at the next event
        told.add("x");
        await().atMost(SOON).until(() -> open().answer.statusCode() == 200);
    }

    @Test
    void aLoginHasFewerWhereverItComesFromAndAllTogetherHaveABound() throws Exception {
        for (var i = 0; i < 2; i++) {
            address = "203.0.113." + ++addresses;
            assertThat(open("Authorization", "Bearer one").answer.statusCode()).isEqualTo(200);
        }
        assertThat(open("Authorization", "Bearer one").answer.statusCode()).isEqualTo(429);
        for (var i = 0; i < 4; i++) {
            address = "203.0.113." + ++addresses;
            assertThat(open().answer.statusCode()).isEqualTo(200);
        }
        address = "203.0.113." + ++addresses;
        assertThat(open().answer.statusCode()).isEqualTo(429);
    }

    @Test
    void itEndsWithTheSession() throws Exception {
        var open = open("Cookie", "stadtforum-session=one");
        var other = open("Cookie", "stadtforum-session=two");
        await().atMost(SOON).until(() -> open.lines.size() + other.lines.size() == 2);
        sessions.ended("one");
        await().atMost(SOON).until(() -> open.ended);
        assertThat(other.ended).isFalse();
    }

    @Test
    void aServiceThatIsAwayIsSaidAndAskedAgainLater() throws Exception {
        Upstreams.SESSION.stop();
        try {
            assertThat(open().answer.statusCode()).isEqualTo(503);
        } finally {
            Upstreams.SESSION.startAgain();
        }
    }
}
