package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.gateway.Upstream.Said;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// A service gets a page, and the gateway is told nothing.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
class DeclaredPathsTests {
    private static final String DECLARED = "/api/reporting/paths";
    private static final Duration SOON = Duration.ofSeconds(10);

    @LocalServerPort private int port;

    @BeforeEach
    @AfterEach
    void forget() {
        Upstreams.forget();
    }

    private Caller caller() {
        return new Caller(port).with("Accept", "text/html");
    }

    private static void reportingDeclares(String json) {
        Upstreams.REPORTING.said.put(
                DECLARED, new Said(200, json, List.of("Content-Type: application/json")));
    }

    private void awaitStatus(String path, int status) {
        await().atMost(SOON).until(() -> caller().get(path).status() == status);
    }

    @Test
    void aNewPageIsThereWithinSecondsAndSoIsWhatMayBeKeptOfIt() throws Exception {
        var page = Said.page("neu", "Cache-Control: public, max-age=0, s-maxage=60");
        Upstreams.REPORTING.said.put("/pflichten/neu", page);
        assertThat(caller().get("/pflichten/neu").status()).isEqualTo(404);

        reportingDeclares("{\"paths\": [\"/berichte/**\", \"/pflichten/**\"]}");
        awaitStatus("/pflichten/neu", 200);
        assertThat(caller().get("/beschluss").status()).isEqualTo(404);
        assertThat(timesAsked("/pflichten/neu")).isEqualTo(1);
        caller().get("/pflichten/neu");
        assertThat(timesAsked("/pflichten/neu")).isEqualTo(2);

        reportingDeclares(
                "{\"paths\": [\"/berichte/**\", \"/pflichten/**\"], \"keptForEverybody\": [\"/pflichten/neu\"]}");
        await().atMost(SOON)
                .until(() -> {
                    caller().get("/pflichten/neu");
                    var before = timesAsked("/pflichten/neu");
                    caller().get("/pflichten/neu");
                    return timesAsked("/pflichten/neu") == before;
                });
        // with a login nothing is kept, whatever a service says
        var before = timesAsked("/pflichten/neu");
        caller().with("Authorization", "Bearer one").get("/pflichten/neu");
        assertThat(timesAsked("/pflichten/neu")).isEqualTo(before + 1);
    }

    @Test
    void whatBelongsToAnotherIsRefusedAndShownAtTheOverview() throws Exception {
        Upstreams.REPORTING.said.put("/api/reporting/operations", Said.page("{}"));
        Upstreams.REPORTING.said.put("/actuator/health", Said.page("{\"status\": \"UP\"}"));
        reportingDeclares("{\"paths\": [\"/berichte/**\", \"/gremien/**\"]}");
        await().atMost(SOON).until(() -> stateAtTheOverview().contains("Adressen"));
        assertThat(caller().get("/gremien").body()).isEqualTo("membership");
        assertThat(caller().get("/berichte").body()).isEqualTo("reporting");

        reportingDeclares("{\"paths\": [\"/berichte/**\"]}");
        await().atMost(SOON).until(() -> stateAtTheOverview().equals("in Ordnung"));
    }

    @Test
    void aServiceThatIsAwayKeepsItsPaths() throws Exception {
        reportingDeclares("{\"paths\": [\"/pflichten/andere\"]}");
        awaitStatus("/pflichten/andere", 200);
        Upstreams.REPORTING.stop();
        try {
            assertThat(caller().get("/pflichten/andere").status()).isEqualTo(503);
        } finally {
            Upstreams.REPORTING.startAgain();
        }
        awaitStatus("/pflichten/andere", 200);
    }

    private String stateAtTheOverview() throws Exception {
        var overview = OverviewTests.as("operator", port).get("/betrieb").page();
        return overview.select("#reporting .sf-state").text();
    }

    private static long timesAsked(String path) {
        return Upstreams.REPORTING.reached.stream()
                .filter(each -> each.path().equals(path))
                .count();
    }
}
