package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.gateway.paths.KnownPaths;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// Which path belongs to which service, over real HTTP, with four small services behind the gateway.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
@ActiveProfiles("demo")
class RoutesTests {
    @LocalServerPort private int port;
    @Autowired private RouteLocator routes;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    private Caller caller() {
        return new Caller(port);
    }

    /// Written by each service from what it answers (`rights.md`): a page whose forms lead nowhere is seen here.
    @ParameterizedTest
    @ValueSource(strings = {"membership", "session", "lab", "reporting"})
    void everyAddressOfAServiceIsReachedThroughTheGateway(String service) throws IOException {
        var own =
                Pattern.compile("`(?:GET|POST|PUT|DELETE|PATCH) (/[^`]*)`")
                        .matcher(
                                Files.readString(
                                        Path.of(
                                                System.getProperty("stadtforum.root"),
                                                service + "-service",
                                                "rights.md")))
                        .results()
                        .map(found -> found.group(1).replaceAll("\\{[^}]+}", "x-1"))
                        .filter(path ->
                                !path.matches("/\\*\\*|/(actuator|error|webjars)\\b.*|.*\\*.*"))
                        .distinct()
                        .toList();
        assertThat(own).hasSizeGreaterThan(20);
        assertThat(own).allSatisfy(path -> assertThat(routeOf(path)).as(path).isEqualTo(service));
    }

    private @Nullable String routeOf(String path) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        return routes.getRoutes()
                .filterWhen(route -> route.getPredicate().apply(exchange))
                .map(route -> KnownPaths.serviceOf(route.getId()))
                .blockFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "/, lab",
        "/labore, lab",
        "/beitraege, lab",
        "/labore/lab-eving-2024, lab",
        "/beitraege/b-1, lab",
        "/konzept, lab",
        "/beteiligungsplattform, lab",
        "/favicon.ico, lab",
        "/api/lab/labs, lab",
        "/versammlung, session",
        "/sitzungen, session",
        "/sitzungen/vv-2024-1, session",
        "/abstimmungen/v-1, session",
        "/eingang, session",
        "/empfehlungen, session",
        "/handlungsfelder/feld-licht, session",
        "/arbeitsgruppen, session",
        "/vorlagen, session",
        "/themen, session",
        "/geschaeftsordnung, session",
        "/fragen, session",
        "/api/session/votes/v-1, session",
        "/gremien, membership",
        "/einladungen/abc, membership",
        "/personen, membership",
        "/personen/p-1, membership",
        "/betrieb/membership, membership",
        "/betrieb/session/protokoll, session",
        "/betrieb/lab/protokoll, lab",
        "/betrieb/reporting, reporting",
        "/api/session/openapi.json, session",
        "/gremien/vollversammlung/sitzverteilung, membership",
        "/api/membership/bodies, membership",
        "/berichte, reporting",
        "/berichte/bericht-2024-h1.pdf, reporting",
        "/pflichten, reporting",
        "/beschluss, reporting",
        "/abschlussbericht, reporting",
        "/api/reporting/figures?halfYear=2024-H1, reporting"
    })
    void eachPathHasItsServiceAndNoOther(String path, String service) throws Exception {
        assertThat(caller().get(path).body()).isEqualTo(service);
        assertThat(Upstreams.reached()).containsExactly(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nix",
                "/gremienx",
                "/versammlung/x",
                "/actuator/env",
                "/away",
                "/betrieb/gateway",
                "/actuator/prometheus",
                "/actuator/metrics",
                "/error",
                "/actuator/info"
            })
    void whatStandsInNoRouteIsAPageThatLeadsHome(String path) throws Exception {
        var answer = caller().with("Accept", "text/html").get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.page().selectFirst("h1").text()).isEqualTo("Diese Seite gibt es nicht");
        assertThat(answer.page().select("main a[href=/]")).hasSize(1);
        assertThat(Upstreams.reached()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/nix, text/html", "/api/x, application/json", "/nix, application/json"})
    void whatStandsInNoRouteIsAProblemForPrograms(String path, String accept) throws Exception {
        var answer = caller().with("Accept", accept).get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(404);
        assertThat(Upstreams.reached()).isEmpty();
    }

    @Test
    void saysWhichMethodsItsOwnPagesTake() throws Exception {
        var answer = caller().get("/abmelden");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Autowired private CircuitBreakerRegistry breakers;

    private CircuitBreaker breaker(Upstream upstream) {
        return breakers.circuitBreaker(upstream.name);
    }

    @Test
    void aServiceThatIsAwayLeavesTheOthersAloneAndIsFoundAgain() throws Exception {
        Upstreams.MEMBERSHIP.stop();
        try {
            var page = caller().with("Accept", "text/html").get("/gremien");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("2");
            assertThat(page.page().selectFirst("h1").text())
                    .isEqualTo("Dieser Bereich ist gerade nicht erreichbar");
            var problem = caller().get("/api/membership/bodies");
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.header("Retry-After")).isEqualTo("2");
            assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(problem.json().at("/status").asInt()).isEqualTo(503);
            assertThat(problem.json().at("/rule").asString()).isEqualTo("AWAY");
            assertThat(caller().get("/gremien?lang=en").page().selectFirst("h1").text())
                    .isEqualTo("This area is not available at the moment");
            for (var i = 0; i < 10; i++) caller().get("/gremien");
            assertThat(breaker(Upstreams.MEMBERSHIP).getState()).isEqualTo(State.OPEN);
            assertThat(caller().get("/gremien").status()).isEqualTo(503);
            assertThat(caller().get("/versammlung").body()).isEqualTo("session");
            assertThat(breaker(Upstreams.SESSION).getState()).isEqualTo(State.CLOSED);
        } finally {
            Upstreams.MEMBERSHIP.startAgain();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> caller().get("/gremien").status() == 200);
        assertThat(caller().get("/gremien").status()).isEqualTo(200);
        assertThat(breaker(Upstreams.MEMBERSHIP).getState()).isEqualTo(State.CLOSED);
    }

    /// A form whose service is away gives back what was typed, to nobody but the one who sent it.
    @Test
    void whatWasTypedIsNotLostWhenTheServiceIsAway() throws Exception {
        Upstreams.MEMBERSHIP.stop();
        try {
            // also once nothing is sent any more, because the breaker is open
            for (var i = 0; i < 12; i++) {
                var answer =
                        caller().with("Accept", "text/html")
                                .with("Authorization", "Bearer one")
                                .post(
                                        "/gremien/x",
                                        "text=Hier+ist+es+abends+viel+zu+dunkel+%3Cb%3E&id=b-1&art=MARKT");
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Cache-Control")).contains("no-store");
                assertThat(answer.page().select("main .sf-preserve").eachText())
                        .containsExactly("Hier ist es abends viel zu dunkel <b>");
                assertThat(answer.page().select("main b")).isEmpty();
            }
            assertThat(
                            caller().with("Accept", "text/html")
                                    .get("/gremien/x")
                                    .page()
                                    .select(".sf-preserve"))
                    .isEmpty();
        } finally {
            Upstreams.MEMBERSHIP.startAgain();
            breaker(Upstreams.MEMBERSHIP).reset();
        }
    }

    @Test
    void thePagesKeepTheirLooksWhenAServiceIsAway() throws Exception {
        Upstreams.LAB.stop();
        try {
            for (var i = 0; i < 10; i++) {
                var styles = caller().get("/stil/stadtforum.css?v=1");
                assertThat(styles.status()).isEqualTo(200);
                assertThat(styles.body()).isNotEqualTo("lab");
            }
            assertThat(caller().post("/stil/x", "a=b").status()).isEqualTo(404);
            assertThat(Upstreams.SESSION.last().path()).isEqualTo("/stil/stadtforum.css?v=1");
            assertThat(caller().get("/labore").status()).isEqualTo(503);
        } finally {
            Upstreams.LAB.startAgain();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> caller().get("/labore").status() == 200);
    }

    @Test
    void waitsForAReportThatTakesItsTime() throws Exception {
        Upstreams.REPORTING.takesItsTime(Duration.ofMillis(1500));
        assertThat(caller().get("/berichte/bericht-2024-h1.pdf").body()).isEqualTo("reporting");
    }

    @Test
    void bodiesWithoutEndOpenNoBreaker() throws Exception {
        for (var i = 0; i < 10; i++)
            assertThat(caller().chunked("/berichte/x", "x".repeat(300_000)).status())
                    .isEqualTo(413);
        assertThat(breaker(Upstreams.REPORTING).getMetrics().getNumberOfFailedCalls()).isZero();
        assertThat(caller().get("/berichte").status()).isEqualTo(200);
    }

    @Test
    void showsItsHealth() throws Exception {
        assertThat(caller().get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
