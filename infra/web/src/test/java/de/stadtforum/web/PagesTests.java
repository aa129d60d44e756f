package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Sample.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesTests {
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort private int port;

    private Browser browser() {
        return new Browser(port, "Accept", "text/html");
    }

    @Test
    void wearsTheLayoutInTheLanguageOfTheAddress() throws Exception {
        var german = browser().get("/").page();
        assertThat(german.select("html").attr("lang")).isEqualTo("de");
        assertThat(german.title()).isEqualTo("Dinge – Stadtforum Dortmund");
        assertThat(german.select("nav a").eachText()).contains("Vollversammlung", "Berichte");
        assertThat(german.select("nav a[aria-current]").text()).isEqualTo("Quartierslabore");
        assertThat(german.select("main").text()).contains("5. März 2024, 17:00 Uhr");
        assertThat(german.select(".sf-brand, [hreflang]").eachAttr("href"))
                .containsExactly("/", "/?lang=en");
        var english = browser().get("/?lang=en").page();
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("main").text()).contains("5 March 2024", "(optional)");
        assertThat(english.select(".sf-brand, [hreflang]").eachAttr("href"))
                .containsExactly("/?lang=en", "/");
    }

    @Test
    void theFootOfAListKeepsWhatWasChosenItsPlaceOnThePageAndTheLanguage() throws Exception {
        assertThat(foot("/liste")).containsExactly("/?farbe=rot&ab=b-next#dinge");
        assertThat(foot("/liste?farbe=rot&ab=a-first"))
                .containsExactly("/?farbe=rot#dinge", "/?farbe=rot&ab=b-next#dinge");
        assertThat(foot("/liste?farbe=rot&ab=a-first&lang=en"))
                .containsExactly(
                        "/?farbe=rot&lang=en#dinge", "/?farbe=rot&lang=en&ab=b-next#dinge");
    }

    private List<String> foot(String address) throws Exception {
        return browser().get(address).page().select("main nav a").eachAttr("href");
    }

    @Test
    void skipLinkAndMainPartFitTogether() throws Exception {
        var page = browser().get("/").page();
        var target = page.select(".sf-skip").attr("href");
        assertThat(page.select(target + " main")).hasSize(1);
    }

    @Test
    void carriesNoStyleAndNoScriptThatThePolicyForbids() throws Exception {
        var answer = browser().get("/");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.page().select("[style], style, script, [onclick]")).isEmpty();
    }

    @Test
    void onlyWhatResidentsReadMayBeHeldByASharedCache() throws Exception {
        assertThat(browser().get("/").header("Cache-Control")).contains("s-maxage=5");
        var member = browser().as(TestTokens.of("ada", null, "member:*")).get("/");
        assertThat(member.header("Cache-Control")).contains("no-store");
        assertThat(browser().get("/nirgendwo").header("Cache-Control")).contains("no-store");
    }

    @Test
    void everyStyleAndPictureOfTheLayoutIsThere() throws Exception {
        var page = browser().get("/").page();
        for (var link : page.select("link[href], img[src]")) {
            var path = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            var answer = new Browser(port).get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(path).contains("max-age");
        }
    }

    @Test
    void aFormLeadsBackWithANoticeThatIsSaidOnce() throws Exception {
        var answer = form("title=bank");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
        var cookie = answer.header("Set-Cookie");
        assertThat(cookie).startsWith("stadtforum-notice=notice.saved;").contains("HttpOnly");
        var next = browser().with("Cookie", cookie.replaceFirst(";.*", "")).get("/");
        assertThat(next.page().select(".sf-notice").text()).isEqualTo("Gespeichert.");
        assertThat(next.header("Set-Cookie")).contains("stadtforum-notice=;", "Max-Age=0");
        assertThat(next.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice.saved", "refusal.already-painted", "site.skip"})
    void noAddressMakesANotice(String key) throws Exception {
        assertThat(browser().get("/?hinweis=" + key).page().select(".sf-notice")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusal.already-painted", "site.skip", "notice.none", "<b>"})
    void whatIsNoNoticeIsNotSaid(String key) throws Exception {
        var page = browser().with("Cookie", "stadtforum-notice=" + key).get("/").page();
        assertThat(page.select(".sf-notice")).isEmpty();
    }

    @Test
    void aRefusedFormComesBackFilled() throws Exception {
        var answer = form("title=painted&text=Sch%C3%B6n%20%3Cb%3E&day=2024-03-05");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var page = answer.page();
        assertThat(page.title()).startsWith("Fehler: Dinge");
        assertThat(page.select("[role=alert]").text()).contains("Das Ding ist schon gestrichen.");
        assertThat(page.select("#fehler[autofocus]")).hasSize(1);
        assertThat(page.select("details").hasAttr("open")).isTrue();
        assertThat(page.select("[name=title]").val()).isEqualTo("painted");
        assertThat(page.select("[name=day]").val()).isEqualTo("2024-03-05");
        assertThat(page.select("[name=text]").val()).isEqualTo("Schön <b>");
    }

    @Test
    void eachFaultStandsAtItsField() throws Exception {
        var answer = form("title=" + "a".repeat(21) + "&day=3024-03-05");
        assertThat(answer.status()).isEqualTo(400);
        var page = answer.page();
        assertThat(page.select("[autofocus]").attr("name")).isIn("title", "day");
        for (var name : new String[] {"title", "day"}) {
            var field = page.select("main [name=" + name + "]");
            assertThat(field.attr("aria-invalid")).isEqualTo("true");
            var last = field.attr("aria-describedby").replaceFirst(".* ", "");
            assertThat(page.select("#" + last).text()).startsWith("Bitte ");
            assertThat(page.select("#fehler a[href=#" + field.attr("id") + "]")).hasSize(1);
        }
        assertThat(page.select("#fehler").text())
                .contains("Titel: Bitte kürzen Sie den Text auf höchstens 20 Zeichen.")
                .contains("Tag: Bitte geben Sie einen Tag an, der nicht in der Zukunft liegt");
    }

    private Browser.Answer form(String fields) throws Exception {
        return browser().chunked("POST", "/dinge", "application/x-www-form-urlencoded", fields);
    }

    /// The login ended while somebody wrote, or the service is away: what was typed comes back, once, to be copied.
    @ParameterizedTest
    @CsvSource({"'', 401", "expired, 401", "member:*, 403", "lab-team:*, 503"})
    void whatWasTypedIsNotLost(String role, int status) throws Exception {
        var caller =
                switch (role) {
                    case "" -> browser();
                    case "expired" -> browser().as(TestTokens.expired("ada", "lab-team:*"));
                    default -> browser().as(TestTokens.of("ada", null, role));
                };
        var answer =
                caller.chunked(
                        "POST",
                        "/dinge/neu",
                        "application/x-www-form-urlencoded",
                        "title=Bank&id=b-4711-4711-4711-4711&text=Hier+ist+es+abends+dunkel+%3Cb%3E");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var page = answer.page();
        assertThat(page.select("main .sf-preserve").eachText())
                .containsExactly("Hier ist es abends dunkel <b>");
        assertThat(page.select("main a[href=/anmelden]")).hasSize(status == 401 ? 1 : 0);
    }

    /// Case B36: Ada writes, Ben logs in with the same browser, and what Ada wrote is sent.
    @Test
    void nothingIsDoneInTheNameOfWhoeverLoggedInMeanwhile() throws Exception {
        var ada = browser().as(TestTokens.of("ada", null, "lab-team:*"));
        var ben = browser().as(TestTokens.of("ben", null, "lab-team:*"));
        var owner = ada.get("/").page().select("form[method=post] [name=konto]").val();
        assertThat(owner).isNotEmpty();
        assertThat(browser().get("/").page().select("[name=konto]")).isEmpty();
        var text = "Hier+ist+es+abends+dunkel.+" + "Wort+".repeat(600);

        var form = "title=Bank&text=" + text + "&konto=" + owner;
        var refused = ben.chunked("POST", "/dinge", FORM, form);
        assertThat(refused.status()).isEqualTo(409);
        var page = refused.page();
        assertThat(page.select("[role=alert]").text())
                .contains("In diesem Browser ist inzwischen jemand anderes angemeldet.");
        assertThat(page.select("[name=text]").val()).contains("Wort ".repeat(600).strip());
        assertThat(page.select("form:has([name=text]) [name=konto]").val())
                .isNotEmpty()
                .isNotEqualTo(owner);

        assertThat(ada.chunked("POST", "/dinge", FORM, form).status()).isEqualTo(303);
    }

    @Test
    void tellsAPersonWhatToDoInsteadOfShowingAProblemDocument() throws Exception {
        var login = browser().get("/dinge/neu");
        assertThat(login.status()).isEqualTo(401);
        assertThat(login.page().select("main a[href=/anmelden]")).hasSize(1);

        var role = browser().as(TestTokens.of("ada", null, "member:*")).get("/dinge/neu");
        assertThat(role.status()).isEqualTo(403);
        assertThat(role.page().select("main").text())
                .contains("Das ist für das Team der Quartierslabore vorgesehen.")
                .doesNotContain("Erlaubt ist");

        var missing = browser().get("/nirgendwo");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.page().select("main h1").text()).isNotEmpty();

        var expired = browser().as(TestTokens.expired("ada", "lab-team:*")).get("/dinge/neu");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.page().select("main a[href=/anmelden]")).hasSize(1);
    }
}
