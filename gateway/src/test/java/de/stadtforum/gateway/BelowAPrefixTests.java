package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.gateway.Upstream.Said;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Case R08: a proxy of the city shows the platform below a path of its own, and passes it on or takes it away.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "stadtforum.login.public-url=https://stadt.example/forum")
@ContextConfiguration(initializers = Upstreams.class)
class BelowAPrefixTests {
    @LocalServerPort private int port;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    private Caller caller() {
        return new Caller(port).with("Accept", "text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "/forum/gremien/x, /gremien/x",
        "/gremien/x, /gremien/x",
        "/forum/gremien/x?a=/forum/y, /gremien/x?a=/forum/y"
    })
    void servicesKnowNothingOfIt(String asked, String reached) throws Exception {
        assertThat(caller().get(asked).status()).isEqualTo(200);
        assertThat(Upstreams.MEMBERSHIP.last().path()).isEqualTo(reached);
    }

    @Test
    void theStartPageIsThePathItself() throws Exception {
        assertThat(caller().get("/forum?lang=en").body()).isEqualTo("lab");
        assertThat(caller().get("/forum").body()).isEqualTo("lab");
        assertThat(caller().get("/forumx").status()).isEqualTo(404);
    }

    @Test
    void whatLeadsOnHasIt() throws Exception {
        Upstreams.SESSION.said.put(
                "/eingang",
                new Said(
                        303,
                        "",
                        List.of(
                                "Location: /sitzungen/x",
                                "Set-Cookie: hinweis=notice.saved; Path=/; Max-Age=60",
                                "Link: </api/session/votes?cursor=a>; rel=\"next\"")));
        var answer = caller().post("/forum/eingang", "a=b");
        assertThat(answer.header("Location")).isEqualTo("/forum/sitzungen/x");
        assertThat(answer.header("Set-Cookie"))
                .isEqualTo("hinweis=notice.saved; Path=/forum; Max-Age=60");
        assertThat(answer.header("Link"))
                .isEqualTo("</forum/api/session/votes?cursor=a>; rel=\"next\"");

        Upstreams.SESSION.said.put(
                "/fragen", new Said(303, "", List.of("Location: https://anders.example/x")));
        assertThat(caller().get("/forum/fragen").header("Location"))
                .isEqualTo("https://anders.example/x");
    }

    @Test
    void theGatewaysOwnPagesLeadBelowIt() throws Exception {
        for (var path : List.of("/forum/nix", "/forum/api"))
            assertThat(caller().get(path).page().select("[href], [src], [action]"))
                    .isNotEmpty()
                    .allSatisfy(each -> {
                        var link = each.attr("href") + each.attr("src") + each.attr("action");
                        assertThat(link).matches("/forum/.*|#.*|https?://.*|\\?.*");
                    });
    }

    @Test
    void whatIsKeptIsGivenAtOnceUnderBothAddresses() throws Exception {
        Upstreams.LAB.said.put(
                "/labore", Said.page("x", "Cache-Control: public, max-age=0, s-maxage=60"));
        caller().get("/forum/labore");
        assertThat(caller().get("/forum/labore").header("Age")).isNotEmpty();
        assertThat(caller().get("/labore").header("Age")).isNotEmpty();
        assertThat(Upstreams.LAB.reached).hasSize(1);
    }
}
