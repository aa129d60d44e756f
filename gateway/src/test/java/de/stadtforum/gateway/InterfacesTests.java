package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// What the services offer programs is shown on one page, by scripts of our own only.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
class InterfacesTests {
    @LocalServerPort private int port;

    private Caller caller() {
        return new Caller(port);
    }

    @ParameterizedTest
    @CsvSource({"'', Schnittstellen für Programme", "?lang=en, Interfaces for programs"})
    void onePageLeadsToTheDescriptionOfEachService(String query, String title) throws Exception {
        var page = caller().with("Accept", "text/html").get("/api" + query).page();
        assertThat(page.title()).startsWith(title);
        assertThat(page.select("a[href$=openapi.json]").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "/api/membership/openapi.json",
                        "/api/session/openapi.json",
                        "/api/lab/openapi.json",
                        "/api/reporting/openapi.json");
    }

    @Test
    void thePageRunsFilesOfThisSiteOnly() throws Exception {
        var answer = caller().get("/api");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.page().select("script:not([src]), style, [style], [onclick]")).isEmpty();
        var files = new ArrayList<>(answer.page().select("script").eachAttr("src"));
        files.addAll(answer.page().select("link[href^=/api-seite]").eachAttr("href"));
        assertThat(files).hasSize(4);
        for (var file : files) {
            var served = caller().get(file);
            assertThat(served.status()).as(file).isEqualTo(200);
            assertThat(served.header("Cache-Control")).isEqualTo("max-age=86400, public");
        }
    }

    @Test
    void otherwiseTheAddressIsForPrograms() throws Exception {
        assertThat(caller().get("/api/nichts").header("Content-Type"))
                .isEqualTo("application/problem+json");
    }
}
