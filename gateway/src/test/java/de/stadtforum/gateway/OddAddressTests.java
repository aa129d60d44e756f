package de.stadtforum.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/// Odd signs behind a link give the page; what is no request at all is refused in the platform's own face.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Upstreams.class)
class OddAddressTests {
    @LocalServerPort private int port;

    @BeforeEach
    void forget() {
        Upstreams.forget();
    }

    private String raw(String target, String... headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var head =
                    "GET "
                            + target
                            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n";
            for (var each : headers) head += each + "\r\n";
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "/labore?fbclid=[x] /labore?fbclid=%5Bx%5D",
                "/labore?x[]=1 /labore?x%5B%5D=1",
                "/labore?a=%zz /labore?a=%25zz",
                "/labore?a=% /labore?a=%25",
                "/labore?q={x}|y /labore?q=%7Bx%7D%7Cy",
                "/labore?q=a\\b^c`d /labore?q=a%5Cb%5Ec%60d",
                "/labore?q=\"<b>\" /labore?q=%22%3Cb%3E%22",
                "/labore?q=f\u00fcr /labore?q=f%C3%BCr",
                "/labore?= /labore",
                "/labore?=x&bezirk=eving&=&y /labore?bezirk=eving&y",
                "/labore?bezirk=eving&x=%C3%A4 /labore?bezirk=eving&x=%C3%A4"
            })
    void oddSignsGiveThePage(String sent, String asked) throws Exception {
        assertThat(raw(sent)).startsWith("HTTP/1.1 200");
        assertThat(Upstreams.LAB.last().path()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/labore/%zz", "/labore/[x]/..", "/nirgendwo/{x}", "/labore\\x"})
    void whatIsRefusedIsSaidInGerman(String path) throws Exception {
        var answer = raw(path);
        assertThat(answer)
                .contains("<html lang=\"de\"")
                .doesNotContain("Whitelabel", "Bad Request</");
    }

    @Test
    void ofTheCookiesOnlyTheNoticeGoesOn() throws Exception {
        raw("/labore?seite=1", "Cookie: a=b; stadtforum-notice=notice.saved; id=4711");
        assertThat(Upstreams.LAB.last().headers())
                .anyMatch(each -> each.equals("cookie: stadtforum-notice=notice.saved"));
        raw("/labore?seite=2", "Cookie: stadtforum-notice=<b>; a=b");
        assertThat(Upstreams.LAB.last().headers()).noneMatch(each -> each.startsWith("cookie:"));
    }
}
