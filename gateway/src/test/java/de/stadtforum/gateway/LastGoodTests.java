package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.gateway.Upstream.Said;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// A service is killed: what residents, members and programs read then, and how soon it is found again.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
class LastGoodTests {
    private static final String STAND_IN = "Cache-Control: max-age=0, stale-if-error=600";
    private static final String HTML = "Content-Type: text/html;charset=UTF-8";
    private static final String PAGE =
            """
            <html><body><header>Kopf</header>
            <div id="inhalt"><main><h1>Labor Eving</h1>
            <form class="a" method="post" action="/x"><input name="id" value="only-yours"></form>
            <form action="/labore"><input name="bezirk"></form>
            <p>Größe</p></main></div></body></html>
            """;

    @LocalServerPort private int port;
    @Autowired private CircuitBreakerRegistry breakers;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    @AfterEach
    void isBack() {
        Upstreams.LAB.startAgain();
        await().atMost(Duration.ofSeconds(5)).until(() -> state() == State.CLOSED);
    }

    private State state() {
        return breakers.circuitBreaker("lab").getState();
    }

    private Caller caller() {
        return new Caller(port).with("Accept", "text/html");
    }

    @Test
    void residentsReadTheLastGoodPageAndSeeThatItIsNotOfNow() throws Exception {
        Upstreams.LAB.said.put("/labore/a", Said.page(PAGE, HTML, STAND_IN));
        Upstreams.LAB.said.put("/labore/a?lang=en", Said.page(PAGE, HTML, STAND_IN));
        assertThat(caller().get("/labore/a").body()).isEqualTo(PAGE);
        caller().get("/labore/a?lang=en");
        Upstreams.LAB.stop();
        for (var i = 0; i < 6; i++) { // before the breaker opens, and after
            var answer = caller().get("/labore/a");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Warning")).startsWith("111 ");
            assertThat(answer.header("Age")).matches("\\d+");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("ETag")).isEmpty();
            var page = answer.page();
            assertThat(page.select("h1").text()).isEqualTo("Labor Eving");
            assertThat(page.select("p:contains(Größe)")).hasSize(1);
            assertThat(page.select("#inhalt").prev().select("[role=status]").text())
                    .startsWith("Sie sehen eine gespeicherte Fassung dieser Seite Stand: ");
            assertThat(answer.body()).doesNotContain("only-yours");
            assertThat(page.select("form")).hasSize(1);
        }
        assertThat(caller().get("/labore/a?lang=en").page().select("[role=status]").text())
                .startsWith("This is a stored version of the page As of ");
    }

    @Test
    void membersAndProgramsAreToldThatItIsAway() throws Exception {
        Upstreams.LAB.said.put("/labore/b", Said.page(PAGE, HTML, STAND_IN));
        Upstreams.LAB.said.put(
                "/api/lab/labs", Said.page("[]", "Content-Type: application/json", STAND_IN));
        caller().get("/labore/b");
        caller().get("/api/lab/labs");
        Upstreams.LAB.stop();
        var member = caller().with("Cookie", "stadtforum-session=x").get("/labore/b");
        assertThat(member.status()).isEqualTo(503);
        assertThat(member.page().select("h1").text())
                .isEqualTo("Dieser Bereich ist gerade nicht erreichbar");
        var program = caller().get("/api/lab/labs");
        assertThat(program.status()).isEqualTo(503);
        assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(program.header("Retry-After")).isEqualTo("2");
        assertThat(caller().get("/labore/never-seen").status()).isEqualTo(503);
    }

    @Test
    void aFailureOfTheServiceItselfIsBridgedToo() throws Exception {
        Upstreams.LAB.said.put("/labore/c", Said.page(PAGE, HTML, STAND_IN));
        caller().get("/labore/c");
        Upstreams.LAB.said.put("/labore/c", new Said(503, "database away", List.of()));
        assertThat(caller().get("/labore/c").body()).contains("Labor Eving");
        Upstreams.LAB.said.put("/labore/c", Said.page("half a p", HTML, STAND_IN, Said.BROKEN_OFF));
        assertThat(caller().get("/labore/c").body()).contains("Labor Eving");
        Upstreams.LAB.said.put("/labore/c", Said.page("well again", HTML));
        assertThat(caller().get("/labore/c").body()).isEqualTo("well again");
        Upstreams.LAB.stop();
    }

    @Test
    void whatMayNotStandInDoesNot() throws Exception {
        Upstreams.LAB.said.put(
                "/labore/d", Said.page(PAGE, HTML, "Cache-Control: max-age=0, s-maxage=0"));
        Upstreams.LAB.said.put("/labore/e", Said.page("<p>no frame</p>", HTML, STAND_IN));
        caller().get("/labore/d");
        caller().get("/labore/e");
        Upstreams.LAB.stop();
        assertThat(caller().get("/labore/d").status()).isEqualTo(503);
        assertThat(caller().get("/labore/e").status()).isEqualTo(503);
    }

    @Test
    void theStylesStayEvenWhenNobodyIsThere() throws Exception {
        Upstreams.LAB.said.put("/stil/a.css", Said.page("a{}", "Content-Type: text/css", STAND_IN));
        assertThat(caller().get("/stil/a.css").body()).isEqualTo("a{}");
        Upstreams.LAB.said.put("/stil/a.css", new Said(500, "broken", List.of()));
        assertThat(caller().get("/stil/a.css").body()).isEqualTo("a{}");
        Upstreams.LAB.stop();
    }

    /// With five requests a second; nobody asks while the service comes back.
    @Test
    void theBreakerOpensWithinTwoSecondsAndClosesByItself() throws Exception {
        for (var i = 0; i < 10; i++) caller().get("/konzept");
        Upstreams.LAB.stop();
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    caller().get("/konzept");
                    return state() == State.OPEN;
                });
        Upstreams.LAB.startAgain();
        await().atMost(Duration.ofSeconds(3)).until(() -> state() == State.CLOSED);
        assertThat(caller().get("/konzept").body()).isEqualTo("lab");
        Upstreams.LAB.stop();
    }
}
