package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Case R08: a proxy of the city shows the platform below a path of its own.
@SpringBootTest(
        classes = Sample.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "stadtforum.public-url=https://stadt.example/forum/")
class BelowAPrefixTests {
    @LocalServerPort private int port;

    private Browser browser() {
        return new Browser(port, "Accept", "text/html");
    }

    private static List<String> links(Document page) {
        var all = new ArrayList<String>();
        for (var each : List.of("href", "src", "action", "formaction", "data-live"))
            all.addAll(page.select("[" + each + "]").eachAttr(each));
        return all.stream().filter(link -> !link.matches("#.*|https?:.*|\\?.*")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?lang=en", "/liste", "/dinge/neu", "/nirgendwo"})
    void everyLinkLeadsBelowIt(String path) throws Exception {
        for (var caller :
                List.of(browser(), browser().as(TestTokens.of("ada", null, "lab-team:*"))))
            assertThat(links(caller.get(path).page()))
                    .hasSizeGreaterThan(5)
                    .allMatch(link -> link.startsWith("/forum/"))
                    .noneMatch(link -> link.startsWith("/forum/forum"));
    }

    @Test
    void aRefusedFormComesBackFilled() throws Exception {
        var answer =
                browser()
                        .chunked(
                                "POST",
                                "/dinge",
                                "application/x-www-form-urlencoded",
                                "title=painted&text=Hier+ist+es+dunkel");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.page().select("form[action=/forum/dinge] [name=text]").val())
                .isEqualTo("Hier ist es dunkel");
    }
}
