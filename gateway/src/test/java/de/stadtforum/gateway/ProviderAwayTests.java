package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// The identity provider does not answer: nobody can log in, and all the rest goes on.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "stadtforum.login.issuer=http://127.0.0.1:1",
            "stadtforum.login.client-id=stadtforum-gateway"
        })
@ContextConfiguration(initializers = Upstreams.class)
class ProviderAwayTests {
    @LocalServerPort private int port;
    private Caller caller;

    @BeforeEach
    void aBrowser() {
        caller = new Caller(port).with("Accept", "text/html");
    }

    @Test
    void theLoginSaysSoAndWhenToComeAgain() throws Exception {
        var answer = caller.get("/anmelden");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.page().select("h1").text())
                .isEqualTo("Die Anmeldung ist gerade nicht möglich");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void residentsGoOn() throws Exception {
        assertThat(caller.get("/labore").body()).isEqualTo("lab");
    }

    @Test
    void aCookieOfYesterdayIsTakenAway() throws Exception {
        var answer = caller.with("Cookie", "stadtforum-session=gone").get("/labore");
        assertThat(answer.body()).isEqualTo("lab");
        assertThat(answer.header("Set-Cookie"))
                .startsWith("stadtforum-session=;")
                .contains("Max-Age=0");
    }
}
