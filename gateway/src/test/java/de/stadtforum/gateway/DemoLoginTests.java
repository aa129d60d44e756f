package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// Choosing who one is, in the demo.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
@ActiveProfiles("demo")
class DemoLoginTests {
    @LocalServerPort private int port;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    private Caller caller() {
        return new Caller(port);
    }

    private String keyOf(String person) throws Exception {
        var cookie = caller().post("/anmelden", "person=" + person).header("Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Test
    void listsThePersonsAndKeepsTheirTokens() throws Exception {
        var answer = caller().get("/anmelden");
        assertThat(answer.page().select("form h2").eachText())
                .containsExactly("Vorsitz", "Labor <Eving>");
        assertThat(answer.page().select("input[name=person]").eachAttr("value"))
                .containsExactly("Vorsitz", "Labor <Eving>");
        assertThat(answer.page().select("form p").eachText())
                .containsExactly(
                        "Leitet Sitzungen, eröffnet und schließt Abstimmungen.",
                        "Plant Quartierslabore, erfasst und bewertet Beiträge und meldet Ergebnisse.");
        assertThat(answer.body()).doesNotContain("-token");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void theBrowserGetsAKeyAndNotTheToken() throws Exception {
        var login = caller().post("/anmelden", "person=Vorsitz");
        assertThat(login.status()).isEqualTo(303);
        assertThat(login.header("Location")).isEqualTo("/versammlung");
        assertThat(login.header("Set-Cookie"))
                .containsIgnoringCase("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("secret-token", "Vorsitz");
    }

    @Test
    void oneGoesOnWhereOneCameFrom() throws Exception {
        var page =
                caller().with("Referer", "http://localhost:" + port + "/berichte/vorschau?a=b&c=d")
                        .get("/anmelden")
                        .page();
        var back = page.selectFirst("input[name=zurueck]").val();
        assertThat(back).isEqualTo("/berichte/vorschau?a=b&c=d");
        var login = caller().post("/anmelden", form("Vorsitz", back));
        assertThat(login.header("Location")).isEqualTo(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://boese.example/",
                "//boese.example/",
                "/\\boese.example/",
                "\\\\boese.example",
                "/x\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/\t/boese.example",
                "/anmelden",
                ""
            })
    void nobodyIsLedToAnotherSite(String back) throws Exception {
        var login = caller().post("/anmelden", form("Vorsitz", back));
        assertThat(login.status()).isEqualTo(303);
        assertThat(login.header("Location")).isEqualTo("/versammlung");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://boese.example/x", "http://localhost:1/x", "http://[", "/x"})
    void nobodyIsLedBackToAnotherSite(String from) throws Exception {
        var page = caller().with("Referer", from).get("/anmelden").page();
        assertThat(page.selectFirst("input[name=zurueck]").val()).isEqualTo("/versammlung");
    }

    private static String form(String person, String back) {
        return "person="
                + URLEncoder.encode(person, StandardCharsets.UTF_8)
                + "&zurueck="
                + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    @Test
    void theServicesGetTheTokenAndNotTheKey() throws Exception {
        caller().with("Cookie", keyOf("Vorsitz")).get("/versammlung");
        assertThat(Upstreams.SESSION.last().headers())
                .contains("authorization: Bearer secret-token")
                .noneMatch(each -> each.startsWith("cookie:"));
    }

    @Test
    void whoBringsATokenKeepsIt() throws Exception {
        caller().with("Cookie", keyOf("Vorsitz"))
                .with("Authorization", "Bearer own")
                .get("/versammlung");
        assertThat(Upstreams.SESSION.last().headers())
                .contains("authorization: Bearer own")
                .doesNotContain("authorization: Bearer secret-token")
                .noneMatch(each -> each.startsWith("cookie:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stadtforum-demo=guessed", "stadtforum-demo=", "stadtforum-demo=Vorsitz"})
    void aGuessedKeyGivesNothing(String cookie) throws Exception {
        keyOf("Vorsitz");
        caller().with("Cookie", cookie).get("/versammlung");
        assertThat(Upstreams.SESSION.last().has("authorization")).isFalse();
    }

    @Test
    void loggingOutForgetsTheKey() throws Exception {
        var key = keyOf("Vorsitz");
        var logout = caller().with("Cookie", key).post("/abmelden", "");
        assertThat(logout.status()).isEqualTo(303);
        assertThat(logout.header("Set-Cookie")).contains("Max-Age=0");
        caller().with("Cookie", key).get("/versammlung");
        assertThat(Upstreams.SESSION.last().has("authorization")).isFalse();
    }

    @Test
    void choosingSomebodyElseForgetsTheFirst() throws Exception {
        var first = keyOf("Vorsitz");
        var second =
                caller().with("Cookie", first)
                        .post("/anmelden", "person=Labor+%3CEving%3E")
                        .header("Set-Cookie");
        caller().with("Cookie", second.substring(0, second.indexOf(';'))).get("/versammlung");
        assertThat(Upstreams.SESSION.last().headers())
                .contains("authorization: Bearer other-token");
        caller().with("Cookie", first).get("/versammlung");
        assertThat(Upstreams.SESSION.last().has("authorization")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"person=Niemand", "person=", "''", "person=%zz", "other=Vorsitz"})
    void whoIsNotInTheListCannotBeChosen(String form) throws Exception {
        var answer = caller().post("/anmelden", form);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }
}
