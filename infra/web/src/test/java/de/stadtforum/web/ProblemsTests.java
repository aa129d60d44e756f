package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.TestTokens;
import de.stadtforum.web.sample.Sample;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;

@SpringBootTest(classes = Sample.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ProblemsTests {
    private static final String GOOD =
            """
            {"title": "Bank", "on": "2024-03-05", "colour": "RED", "count": 1, "parts": [{"name": "Lehne"}]}\
            """;

    @LocalServerPort private int port;

    @Autowired private Problems problems;

    private Browser browser() {
        return new Browser(port);
    }

    @Test
    void createsOnceAndAnswersTheRepetitionAsThere() throws Exception {
        var first = browser().put("/api/sample/things/bank", GOOD);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().at("/id").asString()).isEqualTo("bank");
        assertThat(browser().put("/api/sample/things/known", GOOD).status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    nothing for a title         | "title": "Bank",       |                            | title         | NotNull
                    a blank title               | "Bank"                 | "  "                       | title         | Text
                    a title that is too long    | "Bank"                 | "Bank Bank Bank Bank Bank" | title         | Text
                    a control character         | "Bank"                 | "Ba\\u0000nk"              | title         | Text
                    a number for a text         | "Bank"                 | 7                          | title         | Type
                    a text for a number         | 1,                     | "1",                       | count         | Type
                    half a thing                | 1,                     | 1.5,                       | count         | Type
                    no number                   | "count": 1,            |                            | count         | Type
                    a number past all bounds    | 1,                     | 99999999999,               | count         | Type
                    a day that does not exist   | 2024-03-05             | 2024-02-30                 | on            | Type
                    a colour that nobody knows  | RED                    | BLUE                       | colour        | Type
                    a number for a colour       | "RED"                  | 0                          | colour        | Type
                    a field that nobody knows   | "count"                | "price": 3, "count"        | price         | Unknown
                    a fault further inside      | "Lehne"                | ""                         | parts[0].name | Text
                    an object for a list        | [{"name": "Lehne"}]    | {"name": "Lehne"}          | parts         | Type
                    """)
    void namesFieldAndRule(String what, String there, String instead, String field, String rule)
            throws Exception {
        var wrong = GOOD.replace(there, instead == null ? "" : instead);
        assertThat(wrong).isNotEqualTo(GOOD);
        var answer = browser().put("/api/sample/things/bank", wrong);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotBlank();
    }

    /// Where a page looks at all names, a control character in one of them is met late.
    @Test
    void anOddNameInTheAddressIsBadInput() {
        var odd = new RequestRejectedException("The parameter name is not allowed");
        assertThat(problems.of(odd, Locale.GERMAN).status()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void saysWhichValuesAnEnumAllows() throws Exception {
        var answer = browser().put("/api/sample/things/bank", GOOD.replace("RED", "BLUE"));
        assertThat(answer.json().at("/errors/0/message").asString()).contains("RED, GREEN");
    }

    @Test
    void saysWhereJsonIsMalformed() throws Exception {
        var answer = browser().put("/api/sample/things/bank", "{\n  \"title\": nothing }");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/detail").asString()).contains("Zeile 2");
    }

    @Test
    void refusesAFieldThatComesTwice() throws Exception {
        var twice = GOOD.replace("\"count\": 1", "\"count\": 1, \"count\": 2");
        assertThat(browser().put("/api/sample/things/bank", twice).status()).isEqualTo(400);
    }

    @Test
    void refusesIdsOfAnotherShape() throws Exception {
        var answer = browser().put("/api/sample/things/Bank_1", GOOD);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("id");
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo("Id");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "painted, 409, ALREADY_PAINTED, Das Ding ist schon gestrichen.",
        "unknown, 404, NOT_FOUND, Diesen Eintrag gibt es nicht.",
        "busy, 503, BUSY,"
    })
    void saysWhyACommandIsRefused(String id, int status, String rule, String detail)
            throws Exception {
        var answer = browser().post("/api/sample/things/" + id + "/paint");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/rule").asString()).isEqualTo(rule);
        if (detail != null) assertThat(answer.json().at("/detail").asString()).isEqualTo(detail);
        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(status != 503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout", "broker", "6", "7", "50", "64", "89", "91", "189", "9001", "10107",
                "11600", "11602", "13435", "13436"
            })
    void asksToComeAgainWhileDatabaseOrBrokerIsAway(String kind) throws Exception {
        var answer = browser().get("/api/sample/things/away/" + kind);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void asksToComeAgainWhereTheRightsCannotBeLookedUp() throws Exception {
        var nobody = TestTokens.of("while-away", null);
        var program = browser().as(nobody).get("/api/sample/things/painted");
        assertThat(program.status()).isEqualTo(503);
        assertThat(program.json().at("/status").asInt()).isEqualTo(503);
        assertThat(program.header("Retry-After")).isNotEmpty();

        var page = browser().as(nobody).get("/");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.http().body()).contains("<h1");
    }

    @Test
    void saysWhichMethodsAndFormatsItTakes() throws Exception {
        var method = browser().get("/api/sample/things/bank/paint");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).contains("POST");
        var format = browser().chunked("PUT", "/api/sample/things/bank", "text/plain", GOOD);
        assertThat(format.status()).isEqualTo(415);
    }

    /// Nobody uploads files, so such a body is not even looked at.
    @Test
    void takesNoFiles() throws Exception {
        var files =
                browser().chunked("PUT", "/api/sample/things/bank", "multipart/form-data", GOOD);
        assertThat(files.status()).isEqualTo(415);
    }

    @Test
    void aProgramIsAnsweredAsOneAlsoWhereTheContainerRefuses() throws Exception {
        var answer = browser().with("Accept", "application/json").get("/error");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void keepsTheInsideInside() throws Exception {
        var api = browser().get("/api/sample/things/broken");
        assertThat(api.status()).isEqualTo(500);
        assertThat(api.http().body()).doesNotContain("inside", "Exception", "de.stadtforum");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sample/things/on?day=gestern, day",
        "/api/sample/things/on, day",
    })
    void namesTheParameterOfAQuery(String path, String field) throws Exception {
        var answer = browser().get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void refusesBodiesOverTheLimitAlsoWhenTheyDoNotSayTheirLength() throws Exception {
        var long_ = GOOD.replace("Bank", "B".repeat(BodyLimit.MOST));
        assertThat(browser().put("/api/sample/things/bank", long_).status()).isEqualTo(413);
        assertThat(
                        browser()
                                .chunked(
                                        "PUT", "/api/sample/things/bank", "application/json", long_)
                                .status())
                .isEqualTo(413);
        var form = "title=" + "B".repeat(BodyLimit.MOST);
        var type = "application/x-www-form-urlencoded";
        var page = browser().chunked("POST", "/dinge", type, form);
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.page().select("main").text()).contains("256 KB");
    }

    @ParameterizedTest
    @CsvSource({
        "/?lang=%zz, 200",
        "/api/sample/things/on?day=%zz, 400",
        "/api/sample/things/on?day=%C3%28, 400",
        "/dinge/%00, 400",
        "/api/sample/things/%2e%2e%2f, 400",
        "/;x=1, 400"
    })
    void takesNoHarmFromAddressesThatNobodyTypes(String target, int status) throws Exception {
        assertThat(raw("GET " + target + " HTTP/1.1")).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void refusesAddressesWithoutEnd() throws Exception {
        assertThat(raw("GET /?q=" + "a".repeat(40_000) + " HTTP/1.1"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Exception");
    }

    @Test
    void refusesMoreParametersThanAnyFormHas() throws Exception {
        var query = "a=1&".repeat(2_000);
        assertThat(raw("GET /api/sample/things/on?" + query + " HTTP/1.1"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void answersAMalformedFormAsBadInput() throws Exception {
        var type = "application/x-www-form-urlencoded";
        assertThat(browser().chunked("POST", "/dinge", type, "title=%zz").status()).isEqualTo(400);
        assertThat(browser().chunked("POST", "/dinge", type, "").status()).isEqualTo(400);
    }

    private String raw(String line) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var request = line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
