package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.web.sample.Sample;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Odd signs behind a link give the page; what is no request at all is refused in our own words.
@SpringBootTest(classes = Sample.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OddAddressTests {
    @LocalServerPort private int port;

    private String raw(String line) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var head =
                    line + "\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?fbclid=[x]",
                "?x[]=1",
                "?q={x}|y",
                "?q=a\\b^c`d",
                "?q=\"<b>\"",
                "?lang=de&lang=en",
                "?=",
                "?&&&"
            })
    void oddSignsGiveThePage(String query) throws Exception {
        assertThat(raw("GET /" + query + " HTTP/1.1")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /?a=%zz HTTP/1.1",
                "GET /[x] HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /a b HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "G{T / HTTP/1.1"
            })
    void whatIsNoRequestIsRefusedInOurWords(String line) throws Exception {
        var answer = raw(line);
        if (answer.startsWith("HTTP/1.1 200")) return;
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("lang=\"de\"", "Das hat nicht geklappt");
        assertThat(answer).doesNotContain("Apache", "Bad Request</h1>", "HTTP Status");
    }
}
