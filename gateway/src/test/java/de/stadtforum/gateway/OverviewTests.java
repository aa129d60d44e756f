package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.gateway.Upstream.Said;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// All services at one look, for those who run the platform.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
class OverviewTests {
    private static final List<Upstream> SERVICES =
            List.of(Upstreams.LAB, Upstreams.SESSION, Upstreams.MEMBERSHIP, Upstreams.REPORTING);

    @LocalServerPort private int port;

    @BeforeEach
    void forget() {
        Upstreams.forget();
        for (var each : SERVICES)
            each.said.put("/actuator/health", Said.page("{\"status\": \"UP\"}"));
    }

    private void operationsSay(int status, String body) {
        for (var each : SERVICES)
            each.said.put("/api/" + each.name + "/operations", new Said(status, body, List.of()));
    }

    private Caller as(String role) {
        return as(role, port);
    }

    static Caller as(String role, int port) {
        var claims = "{\"sub\": \"a\", \"roles\": [\"" + role + "\"]}";
        var payload =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return new Caller(port)
                .with("Accept", "text/html")
                .with("Authorization", "Bearer h." + payload + ".s");
    }

    @Test
    void operatorsSeeWhatEachServiceSaysOfItself() throws Exception {
        operationsSay(200, "{\"waiting\": 3, \"behind\": 41, \"deadLetters\": [{}, {}]}");
        Upstreams.MEMBERSHIP.said.put(
                "/api/membership/operations",
                Said.page("{\"wrong\": [{\"kind\": \"gap\", \"detail\": \"…\"}]}"));
        Upstreams.SESSION.said.put(
                "/actuator/health",
                new Said(
                        503,
                        "{\"status\": \"DOWN\", \"components\": {\"facts\": {\"status\": \"DOWN\", \"details\": {\"database\": [\"away\"]}}, \"mail\": {\"status\": \"DOWN\"}, \"mongo\": {\"status\": \"UP\"}}}",
                        List.of()));
        Upstreams.LAB.stop();
        try {
            var answer = as("operator").get("/betrieb");
            assertThat(answer.status()).isEqualTo(200);
            var page = answer.page();
            assertThat(page.select("main li.sf-card")).hasSize(4);
            assertThat(page.select("#lab .sf-state").text()).startsWith("nicht erreichbar");
            assertThat(page.select("#session .sf-state").text())
                    .isEqualTo("gestört Datenbank nicht erreichbar, mail");
            assertThat(page.select("#membership .sf-state").text())
                    .isEqualTo("gestört Lücke in einer Kopie");
            assertThat(page.select("#reporting .sf-state").text()).isEqualTo("in Ordnung");
            assertThat(page.select("#reporting strong").eachText()).containsExactly("3", "41", "2");
            assertThat(page.select("#membership a").eachAttr("href"))
                    .containsExactly("/betrieb/membership", "/betrieb/membership/protokoll");
            assertThat(Upstreams.SESSION.reached)
                    .filteredOn(each -> each.path().endsWith("/operations"))
                    .hasSize(1)
                    .allMatch(each -> each.has("authorization"));
        } finally {
            Upstreams.LAB.startAgain();
        }
    }

    @Test
    void dataProtectionSeesItWithoutTheFigures() throws Exception {
        operationsSay(403, "{}");
        var page = as("data-protection").get("/betrieb?lang=en").page();
        assertThat(page.select("h1").text()).isEqualTo("Operations");
        assertThat(page.select("#lab strong")).isEmpty();
        assertThat(page.select("#lab a").eachAttr("href"))
                .containsExactly("/betrieb/lab/protokoll");
    }

    @Test
    void othersLearnWhoMay() throws Exception {
        operationsSay(403, "{}");
        var member = as("member:vollversammlung").get("/betrieb");
        assertThat(member.status()).isEqualTo(403);
        assertThat(member.page().select("main").text()).contains("der Betrieb und der Datenschutz");
        var resident = new Caller(port).with("Accept", "text/html").get("/betrieb");
        assertThat(resident.status()).isEqualTo(401);
        assertThat(resident.page().select("main a[href=/anmelden]")).hasSize(1);
    }

    @Test
    void aTokenThatTheServicesRefuseOpensNothing() throws Exception {
        operationsSay(401, "{}");
        assertThat(as("operator").get("/betrieb").status()).isEqualTo(401);
        operationsSay(200, "{}");
        Upstreams.MEMBERSHIP.said.put("/api/membership/operations", new Said(401, "{}", List.of()));
        assertThat(as("operator").get("/betrieb").status()).isEqualTo(401);
    }
}
