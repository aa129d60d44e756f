package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Without the profile of the demo nobody chooses when one is.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "stadtforum.routes.longest-answer=2s")
@ContextConfiguration(initializers = Upstreams.class)
class OutsideTheDemoTests {
    @LocalServerPort private int port;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    private Caller caller() {
        return new Caller(port);
    }

    @Test
    void noRequestCarriesItsTime() throws Exception {
        caller().with("X-Stadtforum-Time", "2024-03-05T10:00:00Z").get("/gremien");
        assertThat(Upstreams.MEMBERSHIP.last().has("x-stadtforum-time")).isFalse();
    }

    /// In this context a service may take 2 s.
    @Test
    void whoDoesNotAnswerInTimeIsAway() throws Exception {
        Upstreams.REPORTING.takesItsTime(Duration.ofMinutes(1));
        try {
            var answer = caller().get("/api/reporting/figures");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(caller().get("/versammlung").body()).isEqualTo("session");
        } finally {
            Upstreams.REPORTING.takesItsTime(Duration.ZERO);
        }
    }
}
