package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import de.stadtforum.gateway.Upstream.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What operators measure and read: at a port of its own, and nothing about persons.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.endpoints.web.exposure.include=health,prometheus"
        })
@ContextConfiguration(initializers = Upstreams.class)
@Import(MeasuresTests.Broken.class)
class MeasuresTests {
    @RestController
    static class Broken {
        @GetMapping("/broken")
        Mono<Void> broken() {
            return Mono.error(new IllegalStateException("broken", new RuntimeException("inside")));
        }
    }

    @LocalServerPort private int port;
    @LocalManagementPort private int inside;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    private String measures() throws Exception {
        return new Caller(inside).get("/actuator/prometheus").body();
    }

    private double value(String measure) throws Exception {
        return measures()
                .lines()
                .filter(line -> line.startsWith(measure + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(measure.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void theMeasuresAreAtAPortOfTheirOwn() throws Exception {
        assertThat(measures()).contains("jvm_memory_used_bytes");
        var outside = new Caller(port);
        for (var path : new String[] {"/actuator/prometheus", "/actuator", "/actuator/health"})
            assertThat(outside.get(path).status()).isEqualTo(404);
        assertThat(outside.get("/readyz").status()).isEqualTo(200);
    }

    @Test
    void countsWhatTheCacheGives() throws Exception {
        var hits = "stadtforum_cache_answers_total{result=\"hit\"}";
        var misses = "stadtforum_cache_answers_total{result=\"miss\"}";
        var hitsBefore = value(hits);
        var missesBefore = value(misses);
        Upstreams.LAB.said.put("/konzept", Said.page("kept", "Cache-Control: s-maxage=60"));
        for (var i = 0; i < 5; i++) new Caller(port).get("/konzept");
        assertThat(value(misses) - missesBefore).isEqualTo(1);
        assertThat(value(hits) - hitsBefore).isEqualTo(4);
        assertThat(measures()).contains("cache_gets_total{cache=\"pages\"");
    }

    @Test
    void measuresEachRouteAndItsBreaker() throws Exception {
        new Caller(port)
                .with("Authorization", "Bearer of-a-person")
                .get("/versammlung?name=geheim");
        assertThat(measures())
                .contains("spring_cloud_gateway_requests_seconds_count")
                .contains("routeId=\"session\"")
                .contains("resilience4j_circuitbreaker_state{")
                .contains("name=\"session\",state=\"closed\"")
                .contains("stadtforum_limits_refused_total{budget=\"contributions\"}")
                .contains("stadtforum_refusals_total{rule=\"ODD_ADDRESS\"}")
                .doesNotContain("geheim", "of-a-person");
    }

    @Test
    void logsFailuresWithTheirIdAndNothingAboutPersons() throws Exception {
        var log = (Logger) LoggerFactory.getLogger("de.stadtforum.gateway.routes.Unanswered");
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        log.addAppender(logged);
        try {
            var answer =
                    new Caller(port)
                            .with("Authorization", "Bearer of-a-person")
                            .with("X-Request-Id", "0123-abcdef")
                            .get("/broken?name=geheim");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("inside", "broken", "geheim");
        } finally {
            log.detachAppender(logged);
        }
        var event = logged.list.getFirst();
        assertThat(event.getFormattedMessage()).isEqualTo("/broken was not answered");
        assertThat(event.getKeyValuePairs().toString()).contains("request_id=\"0123-abcdef\"");
        assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .contains("inside")
                .doesNotContain("geheim", "of-a-person");
    }
}
