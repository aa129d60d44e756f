package de.stadtforum.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
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

/// What no request may bring in, over real HTTP.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
@ActiveProfiles("demo")
class EdgeRulesTests {
    @LocalServerPort private int port;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    private Caller caller() {
        return new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//gremien",
                "/gremien//x",
                "/gremien/../versammlung",
                "/gremien/..;/versammlung",
                "/gremien/%2e%2e/versammlung",
                "/gremien/.%2E/versammlung",
                "/gremien%2fx",
                "/gremien%2Fx",
                "/gremien;a=b",
                "/gremien/%5c",
                "/gremien\\\\..\\\\versammlung",
                "/gremien%252fx",
                "/gremien/..%3b/versammlung",
                "/gremien/%0d%0aX-User:chair",
                "/gremien/%00",
                "/gremien/%zz",
                "/gremien/..%2f..%2fbetrieb",
                "/gremien/%2E%2E;/betrieb/lab",
                "/stil/..%5c..%5capplication.properties",
                "/gremien/./vollversammlung",
                "/./gremien",
                "/%2fgremien",
                "/gremien%09",
                "/gremien/%7f"
            })
    void tricksInThePathReachNobody(String path) throws Exception {
        assertThat(caller().raw(path)).startsWith("HTTP/1.1 400");
        assertThat(Upstreams.reached()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-User",
                "X-Forwarded-Groups",
                "X-Forwarded-Host",
                "X-Forwarded-For",
                "X-Remote-User",
                "Remote-User",
                "X-Auth-Request-User",
                "X-User",
                "X-Stadtforum-Person",
                "X_Stadtforum_Person",
                "X_Remote_User",
                "x-stadtforum-roles",
                "X-Forwarded-Email",
                "X-Forwarded-Preferred-Username",
                "X-Forwarded-Access-Token",
                "X-Authenticated-Userid",
                "X-SSL-Client-S-DN",
                "Forwarded"
            })
    void nobodyBringsInAnIdentityOrAnotherAddress(String header) throws Exception {
        caller().with(header, "for=chair").get("/gremien");
        assertThat(Upstreams.MEMBERSHIP.last().headers()).noneMatch(each -> each.contains("chair"));
    }

    /// Two ways to say where a body ends, so that somebody behind might read its rest as a request.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 4\r\nContent-Length: 60",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked",
                "Content-Length: +4"
            })
    void nothingIsSmuggledBehindABody(String length) throws Exception {
        caller().rawText(
                        "POST /gremien/x HTTP/1.1\r\nHost: localhost\r\n"
                                + length
                                + "\r\n\r\n0\r\n\r\nGET /versammlung HTTP/1.1\r\nHost: localhost\r\n"
                                + "X-Stadtforum-Person: chair\r\nConnection: close\r\n\r\n");
        assertThat(Upstreams.SESSION.reached).noneMatch(each -> each.has("x-stadtforum-person"));
        assertThat(Upstreams.MEMBERSHIP.reached)
                .allMatch(each -> each.method().equals("POST") && !each.has("x-stadtforum-person"));
    }

    @Test
    void eachRequestHasAnId() throws Exception {
        var own = caller().with("X-Request-Id", "0123-abcdef").get("/gremien");
        assertThat(own.header("X-Request-Id")).isEqualTo("0123-abcdef");
        assertThat(Upstreams.MEMBERSHIP.last().headers()).contains("x-request-id: 0123-abcdef");
        for (var caller : new Caller[] {caller(), caller().with("X-Request-Id", "<script>")}) {
            var made = caller.get("/gremien").header("X-Request-Id");
            assertThat(made).matches("[0-9a-f-]{36}");
            assertThat(Upstreams.MEMBERSHIP.last().headers()).contains("x-request-id: " + made);
        }
    }

    @Test
    void theIdStandsOnceThoughTheServiceSaysItAsWell() throws Exception {
        var path = "/gremien/liste.pdf";
        var id = "0123-abcdef";
        Upstreams.MEMBERSHIP.said.put(path, Upstream.Said.page("%PDF", "X-Request-Id: " + id));
        var answer = caller().with("X-Request-Id", id).get(path);
        assertThat(answer.http().headers().allValues("X-Request-Id")).containsExactly(id);
    }

    @Test
    void inTheDemoARequestFromThisMachineMayCarryItsTime() throws Exception {
        caller().with("X-Stadtforum-Time", "2024-03-05T10:00:00Z").get("/gremien");
        assertThat(Upstreams.MEMBERSHIP.last().headers())
                .contains("x-stadtforum-time: 2024-03-05T10:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void aProxyOnThisMachineCarriesNoTime(String header) throws Exception {
        caller().with(header, "for=192.0.2.1")
                .with("X-Stadtforum-Time", "2024-03-05T10:00:00Z")
                .get("/gremien");
        assertThat(Upstreams.MEMBERSHIP.last().has("x-stadtforum-time")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Origin, https://boese.example, 403",
        "Origin, null, 403",
        "Origin, http://localhost:1, 403",
        "Origin, http://localhost:PORT, 200"
    })
    void aFormOfAnotherSiteIsRefused(String header, String value, int status) throws Exception {
        var from = caller().with(header, value.replace("PORT", String.valueOf(port)));
        assertThat(from.post("/gremien/x", "a=b").status()).isEqualTo(status);
        assertThat(Upstreams.reached()).hasSize(status == 200 ? 1 : 0);
        assertThat(from.get("/gremien").status()).isEqualTo(200); // a link from elsewhere is none
    }

    @Test
    void anotherSiteLogsNobodyIn() throws Exception {
        var answer =
                caller().with("Sec-Fetch-Site", "cross-site").post("/anmelden", "person=Vorsitz");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    /// Case B46 of the field cases.
    @ParameterizedTest
    @CsvSource({
        "/gremien/x, 262_143, 200",
        "/gremien/x, 262_144, 200",
        "/gremien/x, 262_145, 413",
        "/gremien/x, 2_000_000, 413",
        "/api/membership/bodies/x/seat, 262_145, 413"
    })
    void aBodyHasItsLimitWhetherItSaysItsLengthOrNot(String path, String size, int status)
            throws Exception {
        var body = "x".repeat(Integer.parseInt(size.replace("_", "")));
        assertThat(caller().post(path, body).status()).isEqualTo(status);
        assertThat(caller().chunked(path, body).status()).isEqualTo(status);
    }

    /// Case B46 of the field cases, one stated limit a route: what is no form with a file, or goes elsewhere, has the small one.
    @ParameterizedTest
    @CsvSource({
        "/vorlagen/licht/dateien, 5_242_880, 200",
        "/api/session/papers/licht/files, 5_242_880, 200",
        "/vorlagen/licht/dateien, 20_971_520, 413",
        "/vorlagen/licht/entwurf, 300_000, 413",
        "/gremien/x/dateien, 300_000, 413"
    })
    void aFileMayBeLargerWhereFilesGo(String path, String size, int status) throws Exception {
        var file = "x".repeat(Integer.parseInt(size.replace("_", "")));
        assertThat(caller().file(path, file, true).status()).isEqualTo(status);
        var answer = caller().file(path, file, false);
        assertThat(answer.status()).isEqualTo(status);
        if (status == 413)
            assertThat(answer.body())
                    .contains(path.startsWith("/vorlagen/licht/d") ? "10 MB" : "256 KB");
        assertThat(caller().chunked(path, file).status()).as("no form with a file").isEqualTo(413);
    }

    /// A browser sends all of a form before it reads the answer; a reset would lose it.
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 41943040", "Transfer-Encoding: chunked"})
    void whoIsRefusedWhileSendingReadsWhy(String length) throws Exception {
        var part = new byte[64 * 1024];
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(
                    ascii(
                            "POST /vorlagen/licht/dateien HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: multipart/form-data; boundary=x\r\n"
                                    + length
                                    + "\r\n\r\n"));
            for (var parts = 0; parts < 640; parts++) {
                if (length.startsWith("T")) out.write(ascii("10000\r\n"));
                out.write(part);
                if (length.startsWith("T")) out.write(ascii("\r\n"));
            }
            if (length.startsWith("T")) out.write(ascii("0\r\n\r\n"));
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
