package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.gateway.Upstream.Said;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Who asks too much is told to wait. Each test comes from an address of its own, by the word of a trusted proxy.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.cloud.gateway.server.webflux.trusted-proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1",
            "stadtforum.limits.address.requests=20",
            "stadtforum.limits.login.requests=5",
            "stadtforum.limits.contributions.requests=3",
            "stadtforum.limits.address.within=1h",
            "stadtforum.limits.login.within=1h",
            "stadtforum.limits.contributions.within=1h"
        })
@ContextConfiguration(initializers = Upstreams.class)
class LimitsTests {
    private static int addresses;

    @LocalServerPort private int port;
    private String address = "";

    @BeforeEach
    void forget() {
        Upstreams.forget();
        address = "198.51.100." + ++addresses;
    }

    private Caller caller() {
        return new Caller(port).with("X-Forwarded-For", address);
    }

    @Test
    void anAddressThatAsksTooMuchWaitsAndTheOthersDoNot() throws Exception {
        for (var i = 0; i < 20; i++)
            assertThat(caller().get("/versammlung").status()).isEqualTo(200);
        var page = caller().with("Accept", "text/html").get("/versammlung");
        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 3601);
        assertThat(page.page().selectFirst("h1").text())
                .isEqualTo("Das waren viele Anfragen in kurzer Zeit");
        assertThat(caller().get("/versammlung?lang=en").page().selectFirst("h1").text())
                .isEqualTo("That was a lot of requests in a short time");
        var problem = caller().get("/api/session/votes");
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.json().at("/rule").asString()).isEqualTo("TOO_MANY");
        assertThat(problem.header("Retry-After")).isNotEmpty();
        assertThat(Upstreams.SESSION.reached).hasSize(20);
        assertThat(
                        new Caller(port)
                                .with("X-Forwarded-For", "203.0.113.1")
                                .get("/versammlung")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void whatTheCacheHasAtHandCostsNothing() throws Exception {
        Upstreams.LAB.said.put("/konzept", Said.page("for all", "Cache-Control: s-maxage=60"));
        for (var i = 0; i < 60; i++)
            assertThat(caller().get("/konzept").body()).isEqualTo("for all");
        assertThat(Upstreams.LAB.reached).hasSize(1);
    }

    @Test
    void aTokenHasABudgetWhereverItComesFrom() throws Exception {
        for (var i = 0; i < 5; i++) {
            address = "203.0.113." + (10 + i);
            var member = caller().with("Authorization", "Bearer one");
            assertThat(member.get("/versammlung").status()).isEqualTo(200);
        }
        assertThat(caller().with("Authorization", "Bearer one").get("/versammlung").status())
                .isEqualTo(429);
        assertThat(caller().with("Authorization", "Bearer two").get("/versammlung").status())
                .isEqualTo(200);
    }

    @Test
    void aSessionHasABudget() throws Exception {
        var member = caller().with("Cookie", "stadtforum-session=abc");
        for (var i = 0; i < 5; i++) assertThat(member.get("/versammlung").status()).isEqualTo(200);
        assertThat(member.get("/versammlung").status()).isEqualTo(429);
        assertThat(caller().get("/versammlung").status()).isEqualTo(200);
    }

    @Test
    void madeUpTokensArePaidForByTheirAddress() throws Exception {
        for (var i = 0; i < 20; i++)
            caller().with("Authorization", "Bearer " + UUID.randomUUID()).get("/versammlung");
        var answer = caller().with("Authorization", "Bearer new").get("/versammlung");
        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void contributionsWithoutALoginHaveASmallerBudget() throws Exception {
        for (var i = 0; i < 3; i++)
            assertThat(caller().post("/labore/x/beitraege", "a=b").status()).isEqualTo(200);
        assertThat(caller().post("/labore/x/beitraege", "a=b").status()).isEqualTo(429);
        assertThat(caller().post("/labore/y/beitraege", "a=b").status()).isEqualTo(429);
        assertThat(caller().get("/labore").status()).isEqualTo(200);
        var madeUp = caller().with("Cookie", "stadtforum-session=" + UUID.randomUUID());
        assertThat(madeUp.post("/labore/x/beitraege", "a=b").status()).isEqualTo(429);
        assertThat(Upstreams.LAB.reached).hasSize(4);
        var member = caller().with("Authorization", "Bearer three");
        assertThat(member.post("/labore/x/beitraege", "a=b").status()).isEqualTo(200);
    }
}
