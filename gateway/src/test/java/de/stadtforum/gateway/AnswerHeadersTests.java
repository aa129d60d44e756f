package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.gateway.Upstream.Said;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What every answer carries: kept, passed on, refused, or the gateway's own.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
class AnswerHeadersTests {
    @LocalServerPort private int port;

    @BeforeEach
    void forget() {
        Upstreams.forget();
        Upstreams.LAB.said.put("/konzept", Said.page("kept", "Cache-Control: s-maxage=60"));
        Upstreams.LAB.said.put(
                "/api/lab/labs",
                Said.page("[]", "Cache-Control: s-maxage=60", "Content-Type: application/json"));
    }

    private Caller caller() {
        return new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/versammlung", "/konzept", "/nix", "/gremien/;x", "/api", "/anmelden"})
    void everyAnswerIsStrict(String path) throws Exception {
        for (var i = 0; i < 2; i++) { // the second /konzept comes from the cache
            var answer = caller().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "*");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
            assertThat(answer.header("Cache-Control")).isNotEmpty().doesNotContain("s-maxage");
        }
    }

    @Test
    void whatAServiceSaysItselfStaysAndIsSaidOnce() throws Exception {
        Upstreams.SESSION.said.put(
                "/versammlung",
                Said.page(
                        "x",
                        "Content-Security-Policy: default-src 'none'",
                        "X-Content-Type-Options: nosniff"));
        var answer = caller().get("/versammlung");
        assertThat(answer.http().headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'");
        assertThat(answer.http().headers().allValues("X-Content-Type-Options")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, false",
        "127.0.0.1:8080, false",
        "[::1]:8080, false",
        "stadtforum.dortmund.de, true",
        "localhost.example.org, true",
        "10.0.0.1, true"
    })
    void onlyEncryptedOverTheNet(String host, boolean strict) throws Exception {
        for (var path : List.of("/versammlung", "/konzept", "/konzept"))
            assertThat(
                            caller().rawAt(path, host)
                                            .contains("Strict-Transport-Security: max-age=")
                                    || caller().rawAt(path, host)
                                            .contains("strict-transport-security: max-age="))
                    .as(path)
                    .isEqualTo(strict);
    }

    @Test
    void otherSitesReadThePublicInterfacesAsNobody() throws Exception {
        for (var i = 0; i < 2; i++) {
            var answer = caller().with("Origin", "https://example.org").get("/api/lab/labs");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(answer.header("Access-Control-Expose-Headers"))
                    .contains("Link", "Total-Count");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Cookie, stadtforum-session=x, /api/lab/labs",
        "Authorization, Bearer x, /api/lab/labs",
        "Accept, text/html, /konzept",
        "Accept, text/html, /versammlung"
    })
    void andNothingElse(String header, String value, String path) throws Exception {
        var from = caller().with("Origin", "https://example.org").with(header, value);
        for (var i = 0; i < 2; i++)
            assertThat(from.get(path).header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(from.post("/api/lab/labs", "a=b").status()).isEqualTo(403);
    }

    @Test
    void whatTheyAskBeforehandLetsNoCommandAndNoTokenThrough() throws Exception {
        var asked =
                caller().with("Origin", "https://example.org")
                        .with("Access-Control-Request-Method", "POST")
                        .with("Access-Control-Request-Headers", "authorization")
                        .send("OPTIONS", "/api/lab/labs", BodyPublishers.noBody());
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(asked.header("Access-Control-Allow-Headers")).isEmpty();
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(Upstreams.reached()).isEmpty();
    }

    @Test
    void aServicePacksWhatIsNotKept() throws Exception {
        Upstreams.SESSION.said.put("/versammlung", Said.page("packed", "Content-Encoding: gzip"));
        var answer = caller().with("Accept-Encoding", "gzip").bytes("/versammlung");
        assertThat(Upstreams.SESSION.last().headers()).contains("accept-encoding: gzip");
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.body())
                .isEqualTo(
                        "packed".getBytes(java.nio.charset.StandardCharsets.UTF_8)); // as it came
    }
}
