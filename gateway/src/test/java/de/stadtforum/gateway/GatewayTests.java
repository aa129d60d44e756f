package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The edge over real HTTP, with four small services behind it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class GatewayTests {
    private static final Upstream MEMBERSHIP = new Upstream("membership");
    private static final Upstream SESSION = new Upstream("session");
    private static final Upstream LAB = new Upstream("lab");
    private static final Upstream REPORTING = new Upstream("reporting");
    private static final List<Upstream> ALL = List.of(MEMBERSHIP, SESSION, LAB, REPORTING);

    @LocalServerPort private int port;

    private HttpClient http;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) throws Exception {
        for (var each : ALL) registry.add("stadtforum.routes." + each.name, each::address);
        var tokens = Files.createTempFile("tokens", ".json");
        Files.writeString(
                tokens,
                "[{\"label\":\"Vorsitz\",\"roles\":[\"chair:vollversammlung\"],\"token\":\"secret-token\"}]");
        tokens.toFile().deleteOnExit();
        registry.add("stadtforum.demo.tokens", tokens::toString);
    }

    @BeforeEach
    void open() {
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ALL.forEach(each -> each.reached.clear());
    }

    @AfterEach
    void close() {
        http.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    @ParameterizedTest
    @CsvSource({
        "/, lab",
        "/labore, lab",
        "/labore/lab-eving-2024, lab",
        "/beitraege/b-1, lab",
        "/konzept, lab",
        "/beteiligungsplattform, lab",
        "/stil/stadtforum.css, lab",
        "/api/lab/labs, lab",
        "/versammlung, session",
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
        "/gremien/vollversammlung/sitzverteilung, membership",
        "/api/membership/bodies, membership",
        "/berichte/bericht-2024-h1.pdf, reporting",
        "/pflichten, reporting",
        "/masterplan, reporting",
        "/abschlussbericht, reporting",
        "/api/reporting/figures?halfYear=2024-H1, reporting"
    })
    void eachPathHasItsService(String path, String service) throws Exception {
        assertThat(send(to(path)).body()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nix", "/actuator/env", "/api/nix", "/gremienx"})
    void whatStandsInNoRouteDoesNotExist(String path) throws Exception {
        assertThat(send(to(path)).statusCode()).isEqualTo(404);
        assertThat(ALL).allMatch(each -> each.reached.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//gremien",
                "/gremien//x",
                "/gremien/..;/versammlung",
                "/gremien/%2e%2e/versammlung",
                "/gremien%2fx",
                "/gremien;a=b",
                "/gremien/%5c"
            })
    void tricksInThePathReachNobody(String path) throws Exception {
        assertThat(send(to(path)).statusCode()).isEqualTo(400);
        assertThat(ALL).allMatch(each -> each.reached.isEmpty());
    }

    @Test
    void aServiceThatIsAwayLeavesTheOthersAloneAndIsFoundAgain() throws Exception {
        MEMBERSHIP.stop();
        try {
            var page = send(to("/gremien").header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("2");
            assertThat(Jsoup.parse(page.body()).selectFirst("h1").text())
                    .isEqualTo("Dieser Bereich ist gerade nicht erreichbar");
            var problem = send(to("/api/membership/bodies"));
            assertThat(problem.statusCode()).isEqualTo(503);
            assertThat(problem.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            for (var i = 0; i < 10; i++) send(to("/gremien")); // opens the breaker
            assertThat(send(to("/versammlung")).body()).isEqualTo("session");
        } finally {
            MEMBERSHIP.startAgain();
        }
        await().atMost(Duration.ofSeconds(15))
                .until(() -> send(to("/gremien")).statusCode() == 200);
    }

    @Test
    void nobodyBringsInAnIdentity() throws Exception {
        send(
                to("/gremien")
                        .header("X-Forwarded-User", "chair")
                        .header("X-Remote-User", "chair")
                        .header("X-Request-Id", "?"));
        assertThat(MEMBERSHIP.last())
                .satisfies(reached -> {
                    assertThat(reached.has("x-forwarded-user") || reached.has("x-remote-user"))
                            .isFalse();
                    assertThat(reached.has("x-request-id")).isTrue();
                    assertThat(reached.headers()).noneMatch(each -> each.equals("x-request-id: ?"));
                });
    }

    @Test
    void inTheDemoARequestFromThisMachineMayCarryItsTime() throws Exception {
        send(to("/gremien").header("X-Stadtforum-Time", "2024-03-05T10:00:00Z"));
        assertThat(MEMBERSHIP.last().has("x-stadtforum-time")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Origin, https://boese.example, 403"
    })
    void aFormOfAnotherSiteIsRefused(String header, String value, int status) throws Exception {
        assertThat(send(form(to("/gremien/x").header(header, value), "a=b")).statusCode())
                .isEqualTo(status);
        assertThat(MEMBERSHIP.reached).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void aBodyHasItsLimitWhetherItSaysItsLengthOrNot() throws Exception {
        var large = "x".repeat(300_000);
        assertThat(send(form(to("/gremien/x"), large)).statusCode()).isEqualTo(413);
        var chunked =
                to("/gremien/x")
                        .POST(
                                BodyPublishers.ofInputStream(() ->
                                        new java.io.ByteArrayInputStream(
                                                large.getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(send(chunked).statusCode()).isEqualTo(413);
        assertThat(send(form(to("/gremien/x"), "x".repeat(200_000))).statusCode()).isEqualTo(200);
    }

    @Test
    void inTheDemoAPersonIsChosenAndTheTokenStaysHere() throws Exception {
        assertThat(send(to("/anmelden")).body()).contains("Vorsitz").doesNotContain("secret-token");
        var login = send(form(to("/anmelden"), "person=Vorsitz"));
        assertThat(login.statusCode()).isEqualTo(303);
        assertThat(login.headers().firstValue("Location")).contains("/versammlung");
        var cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("secret-token");
        var key = cookie.substring(0, cookie.indexOf(';'));

        send(to("/versammlung").header("Cookie", key));
        assertThat(SESSION.last().headers())
                .contains("authorization: Bearer secret-token")
                .noneMatch(each -> each.startsWith("cookie:"));
        send(to("/versammlung").header("Cookie", key).header("Authorization", "Bearer own"));
        assertThat(SESSION.last().headers()).contains("authorization: Bearer own");
        send(to("/versammlung").header("Cookie", "stadtforum-demo=guessed"));
        assertThat(SESSION.last().has("authorization")).isFalse();

        send(form(to("/abmelden").header("Cookie", key), ""));
        send(to("/versammlung").header("Cookie", key));
        assertThat(SESSION.last().has("authorization")).isFalse();
        assertThat(send(form(to("/anmelden"), "person=Niemand")).statusCode()).isEqualTo(400);
    }

    @Test
    void theGatewaysOwnPagesAllowNoScript() throws Exception {
        assertThat(send(to("/anmelden")).headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
    }
}
