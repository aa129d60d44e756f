package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Sample.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class AccessTests {
    @LocalServerPort private int port;

    private Browser browser() {
        return new Browser(port);
    }

    @ParameterizedTest
    @CsvSource({
        "chair:vollversammlung, vollversammlung, 200",
        "secretariat:vollversammlung, vollversammlung, 200",
        "secretariat:*, vollversammlung, 200",
        "chair:beirat, vollversammlung, 403",
        "member:vollversammlung, vollversammlung, 403",
        "emperor:vollversammlung, vollversammlung, 403"
    })
    void looksAtRoleAndScope(String role, String body, int status) throws Exception {
        var token = TestTokens.of("ada", null, role);
        var answer = browser().as(token).post("/api/sample/things/" + body + "/open");
        assertThat(answer.status()).isEqualTo(status);
        if (status == 403)
            assertThat(answer.json().at("/detail").asString())
                    .contains("Vorsitz", "Geschäftsführung");
    }

    @ParameterizedTest
    @CsvSource({
        "chair:vollversammlung, ours, 400",
        "chair:*, theirs, 400",
        "chair:vollversammlung, theirs, 403",
        "chair:beirat, ours, 403",
        "chair:beirat, unknown, 404",
        "member:vollversammlung, unknown, 403"
    })
    void looksAtTheScopeOfWhatThePathNamesBeforeTheBody(String role, String thing, int status)
            throws Exception {
        var caller = browser().as(TestTokens.of("ada", null, role));
        assertThat(caller.post("/api/sample/things/" + thing + "/close").status())
                .isEqualTo(status);
    }

    @Test
    void leavesTheScopeToTheHandlerWhereOnlyTheBodyTellsIt() throws Exception {
        var chair = browser().as(TestTokens.of("ada", null, "chair:beirat"));
        var path = "/api/sample/things/new/part";
        assertThat(chair.put(path, "{\"name\":\"beirat\"}").status()).isEqualTo(200);
        assertThat(chair.put(path, "{\"name\":\"vollversammlung\"}").status()).isEqualTo(403);
        var member = browser().as(TestTokens.of("ada", null, "member:beirat"));
        assertThat(member.put(path, "").status()).isEqualTo(403);
    }

    @Test
    void tellsSomebodyWhoHasTheRoleElsewhereSo() throws Exception {
        var chair = browser().as(TestTokens.of("ada", null, "chair:beirat"));
        var answer = chair.with("Accept", "text/html").post("/api/sample/things/ours/close");
        assertThat(answer.json().at("/detail").asString())
                .isEqualTo(
                        "Das ist hier für den Vorsitz und die Geschäftsführung vorgesehen."
                                + " Ihre Rolle (Vorsitz) gilt in einem anderen Bereich.");
    }

    @Test
    void asksForALoginBeforeAnythingElse() throws Exception {
        var answer = browser().post("/api/sample/things/vollversammlung/open");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().at("/rule").asString()).isEqualTo("LOGIN_NEEDED");
        assertThat(browser().post("/api/sample/things/unknown/close").status()).isEqualTo(401);
    }

    @Test
    void staysClosedWhereNobodyWasNamed() throws Exception {
        var operator = TestTokens.of("ada", null, "operator", "chair:*");
        assertThat(browser().as(operator).post("/api/sample/things/sweep").status()).isEqualTo(200);
        assertThat(browser().as(operator).post("/api/sample/things/forgotten").status())
                .isEqualTo(403);
    }

    @Test
    void refusesTokensThatAreOldForeignOrForged() throws Exception {
        var good = TestTokens.of("ada", null, "operator");
        for (var bad :
                new String[] {
                    TestTokens.expired("ada", "operator"),
                    TestTokens.forAnotherAudience("ada", "operator"),
                    good.substring(0, good.length() - 6) + "AAAAAA",
                    "nonsense"
                }) {
            var answer = browser().as(bad).post("/api/sample/things/sweep");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void actsInTheNameOfTheCaller() throws Exception {
        var who =
                browser().as(TestTokens.of("ada", "p-1", "member:*")).get("/api/sample/things/who");
        assertThat(who.json().at("/account").asString()).isEqualTo("ada");
        assertThat(who.json().at("/author").asString()).isEqualTo("ada");
        var resident = browser().get("/api/sample/things/who");
        assertThat(resident.json().at("/author").asString()).isEqualTo("resident");
    }

    @Test
    void keepsTheRealTimeOutsideTheDemo() throws Exception {
        var who =
                browser()
                        .with(RequestContext.TIME, "2024-03-05T10:00:00Z")
                        .get("/api/sample/things/who");
        assertThat(who.json().at("/now").asString()).doesNotStartWith("2024-03-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/health/liveness"})
    void showsItsHealthToEverybody(String path) throws Exception {
        assertThat(browser().get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/mappings"})
    void showsNothingElseOfItsInside(String path) throws Exception {
        assertThat(browser().get(path).status()).isIn(401, 403, 404);
    }
}
