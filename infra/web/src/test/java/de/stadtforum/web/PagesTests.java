package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Sample.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesTests {
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
        var english = browser().get("/?lang=en").page();
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("main").text()).contains("5 March 2024", "(optional)");
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

    @ParameterizedTest
    @CsvSource({"bank, /?hinweis=notice.saved", "painted, /?hinweis=refusal.already-painted"})
    void aFormLeadsBackWithANotice(String title, String target) throws Exception {
        var type = "application/x-www-form-urlencoded";
        var answer = browser().chunked("POST", "/dinge", type, "title=" + title);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "notice.saved, Gespeichert.",
        "refusal.already-painted, Das Ding ist schon gestrichen.",
        "refusal.no-such-rule,",
        "site.skip,",
        "%3Cb%3Ehallo,"
    })
    void showsOnlyNoticesFromTheListOfWords(String key, String words) throws Exception {
        var notice = browser().get("/?hinweis=" + key).page().select(".sf-notice");
        if (words == null) assertThat(notice).isEmpty();
        else assertThat(notice.text()).contains(words);
    }

    @Test
    void tellsAPersonWhatToDoInsteadOfShowingAProblemDocument() throws Exception {
        var login = browser().get("/dinge/neu");
        assertThat(login.status()).isEqualTo(401);
        assertThat(login.page().select("main a[href=/anmelden]")).hasSize(1);

        var role = browser().as(TestTokens.of("ada", null, "member:*")).get("/dinge/neu");
        assertThat(role.status()).isEqualTo(403);
        assertThat(role.page().select("main").text()).contains("Team der Quartierslabore");

        var missing = browser().get("/nirgendwo");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.page().select("main h1").text()).isNotEmpty();

        var expired = browser().as(TestTokens.expired("ada", "lab-team:*")).get("/dinge/neu");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.page().select("main a[href=/anmelden]")).hasSize(1);
    }

    @Test
    void aFormWithAFaultNamesTheField() throws Exception {
        var type = "application/x-www-form-urlencoded";
        var answer = browser().chunked("POST", "/dinge", type, "title=%00");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.page().select("main li").text()).contains("title");
    }
}
