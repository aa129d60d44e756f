package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.gateway.Upstream.Said;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/// A service at two addresses, and one at those that a name has.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.cloud.gateway.server.webflux.httpclient.response-timeout=2s")
@ContextConfiguration(initializers = {Upstreams.class, ReplicasTests.TwoLabs.class})
class ReplicasTests {
    private static final Upstream FIRST = new Upstream("lab");
    private static final Upstream SECOND = new Upstream("lab");
    private static final Duration SOON = Duration.ofSeconds(10);

    static final class TwoLabs
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "stadtforum.routes.lab=" + FIRST.address() + "," + SECOND.address(),
                            "stadtforum.routes.membership=dns://localhost:"
                                    + Upstreams.MEMBERSHIP.port,
                            "stadtforum.routes.reporting=dns://stadtforum.invalid:80")
                    .applyTo(context);
        }
    }

    @LocalServerPort private int port;
    @Autowired private CircuitBreakerRegistry breakers;

    @BeforeEach
    void begin() throws Exception {
        awaitBoth();
        for (var each : List.of(FIRST, SECOND)) {
            each.reached.clear();
            each.begun.clear();
        }
        Upstreams.forget();
    }

    @AfterEach
    void end() {
        for (var each : List.of(FIRST, SECOND)) each.said.clear();
        breakers.circuitBreaker("lab").reset();
    }

    /// Somebody whose answers are never kept.
    private Caller caller() {
        return new Caller(port).with("Authorization", "Bearer one");
    }

    private static long answered(Upstream upstream, String path) {
        return upstream.reached.stream().filter(each -> each.path().equals(path)).count();
    }

    private void awaitBoth() {
        await().atMost(SOON)
                .until(() -> {
                    var before = answered(FIRST, "/labore") > 0;
                    caller().get("/labore");
                    return before && answered(SECOND, "/labore") > 0;
                });
    }

    @Test
    void requestsAreSpreadOverAll() throws Exception {
        for (var i = 0; i < 10; i++) assertThat(caller().get("/konzept").status()).isEqualTo(200);
        assertThat(answered(FIRST, "/konzept")).isEqualTo(5);
        assertThat(answered(SECOND, "/konzept")).isEqualTo(5);
    }

    /// Sixteen readers and writers ask on and on while a replica goes and comes.
    @Test
    void noneThatMayBeRepeatedFailsWhenAReplicaIsAway() throws Exception {
        var statuses = new ArrayList<CompletableFuture<Integer>>();
        try (var many = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 800)
                    .forEach(i ->
                            statuses.add(
                                    CompletableFuture.supplyAsync(() -> status("/konzept"), many)));
            await().atMost(SOON).until(() -> answered(FIRST, "/konzept") > 50);
            FIRST.stop();
            try {
                assertThat(statuses).extracting(CompletableFuture::join).containsOnly(200);
                // nothing was sent to it, so a form may go to the other as well
                for (var i = 0; i < 6; i++)
                    assertThat(caller().post("/labore/x", "a=b").status()).isEqualTo(200);
                assertThat(answered(SECOND, "/labore/x")).isEqualTo(6);
            } finally {
                FIRST.startAgain();
            }
        }
        FIRST.reached.clear();
        awaitBoth();
    }

    private int status(String path) {
        try {
            return caller().get(path).status();
        } catch (Exception failed) {
            return 0;
        }
    }

    /// It may have been carried out: to do it twice is the worse fault.
    @Test
    void aCommandIsSentToOneReplicaOnlyWhenItDiesUnderIt() throws Exception {
        var gates = List.of(FIRST.waits(), SECOND.waits());
        var answer =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return caller().post("/labore/x", "a=b").status();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                });
        var dies = awaitOneThatWorks("/labore/x");
        dies.stop();
        gates.forEach(gate -> gate.complete(null));
        try {
            assertThat(answer.join()).isEqualTo(503);
        } finally {
            dies.startAgain();
        }
        assertThat(answered(FIRST, "/labore/x") + answered(SECOND, "/labore/x")).isEqualTo(1);
    }

    @Test
    void aReaderIsAnsweredByTheOtherWhenAReplicaDiesUnderTheRequest() throws Exception {
        var gates = List.of(FIRST.waits(), SECOND.waits());
        var answer = CompletableFuture.supplyAsync(() -> status("/konzept"));
        var dies = awaitOneThatWorks("/konzept");
        dies.stop();
        gates.forEach(gate -> gate.complete(null));
        try {
            assertThat(answer.join()).isEqualTo(200);
        } finally {
            dies.startAgain();
        }
    }

    private static Upstream awaitOneThatWorks(String path) {
        return await().atMost(SOON)
                .until(
                        () ->
                                Stream.of(FIRST, SECOND)
                                        .filter(each -> each.begun.contains(path))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void oneThatIsNotReadyIsLeftOutUntilItIs() throws Exception {
        FIRST.said.put("/actuator/health/readiness", new Said(503, "", List.of()));
        await().atMost(SOON)
                .until(() -> {
                    var before = answered(FIRST, "/konzept");
                    for (var i = 0; i < 4; i++) caller().get("/konzept");
                    return answered(FIRST, "/konzept") == before;
                });
        FIRST.said.clear();
        FIRST.reached.clear();
        awaitBoth();
    }

    @Test
    void whenAllAreAwayThePageSaysSoAndTheyAreFoundAgain() throws Exception {
        FIRST.stop();
        SECOND.stop();
        try {
            for (var i = 0; i < 4; i++) {
                var page = caller().with("Accept", "text/html").get("/konzept");
                assertThat(page.status()).isEqualTo(503);
                assertThat(page.page().selectFirst("h1").text())
                        .isEqualTo("Dieser Bereich ist gerade nicht erreichbar");
            }
        } finally {
            FIRST.startAgain();
            SECOND.startAgain();
        }
        await().atMost(SOON).until(() -> caller().get("/konzept").status() == 200);
    }

    @Test
    void aNameStandsForTheAddressesThatItHas() throws Exception {
        assertThat(caller().get("/gremien").body()).isEqualTo("membership");
    }

    @Test
    void aNameThatNobodyKnowsIsAServiceThatIsAway() throws Exception {
        var page = caller().with("Accept", "text/html").get("/berichte");
        assertThat(page.status()).isEqualTo(503);
        assertThat(caller().get("/stil/stadtforum.css").status()).isEqualTo(200);
    }

    @Test
    void operatorsSeeThatOneIsMissing() throws Exception {
        for (var each : List.of(FIRST, SECOND)) {
            each.said.put("/actuator/health", Said.page("{\"status\": \"UP\"}"));
            each.said.put("/api/lab/operations", Said.page("{\"waiting\": 0}"));
        }
        var operator = OverviewTests.as("operator", port);
        assertThat(operator.get("/betrieb").page().select("#lab").text())
                .contains("in Ordnung")
                .contains("Instanzen: 2");
        FIRST.stop();
        try {
            assertThat(operator.get("/betrieb").page().select("#lab").text())
                    .contains("gestört eine Instanz ist nicht erreichbar")
                    .contains("Noch nicht weitergegeben: 0");
        } finally {
            FIRST.startAgain();
        }
    }
}
