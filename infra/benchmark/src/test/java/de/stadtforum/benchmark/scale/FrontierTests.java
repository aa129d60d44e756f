package de.stadtforum.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.stadtforum.benchmark.platform.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontierTests {
    private final Frontier frontier =
            new Frontier(
                    Stream.of(
                                    "/",
                                    "/labore/{id}",
                                    "/api/lab/contributions",
                                    "/api/lab/labs",
                                    "/api/lab/labs/{id}")
                            .map(Endpoint::new)
                            .toList(),
                    List.of("/api/lab/contributions?lab=a"));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void look(String address, String type, String body) {
        server.createContext(
                address,
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.getResponseHeaders()
                            .set("Link", "</api/lab/labs?cursor=abc&limit=10>; rel=\"next\"");
                    exchange.sendResponseHeaders(200, 0);
                    try (var answer = exchange.getResponseBody()) {
                        answer.write(body.getBytes());
                    }
                });
        frontier.look(address, Http.get(server.getAddress().getPort(), address));
    }

    private TreeSet<String> next(int count) {
        var all = new TreeSet<String>();
        for (var i = 0; i < count; i++) all.add(frontier.next());
        return all;
    }

    @Test
    void beginsWithWhatHasNoVariableAndWithAQueryWhereItNeedsOne() {
        assertThat(next(10))
                .containsExactly(
                        "/",
                        "/api/lab/contributions?lab=a",
                        "/api/lab/labs",
                        "/api/lab/labs?limit=10");
    }

    @Test
    void followsTheLinksOfAPageThatEverybodyMayRead() {
        look(
                "/",
                "text/html;charset=UTF-8",
                """
                <a href="/labore/a#beitraege">A</a> <a href="labore/b?lang=en">B</a>
                <a href="/anmelden">in</a> <a href="/beitraege">not ours</a> <a href="https://example.org/">elsewhere</a>
                """);
        assertThat(next(20))
                .containsExactly(
                        "/",
                        "/api/lab/contributions?lab=a",
                        "/api/lab/labs",
                        "/api/lab/labs?cursor=abc&limit=10",
                        "/api/lab/labs?limit=10",
                        "/labore/a",
                        "/labore/b?lang=en");
    }

    @Test
    void followsTheLinesOfAListAndItsNextPage() {
        look("/api/lab/labs", "application/json", "[{\"id\":\"a\"},{\"name\":\"no id\"}]");
        assertThat(next(20))
                .containsExactly(
                        "/",
                        "/api/lab/contributions?lab=a",
                        "/api/lab/labs",
                        "/api/lab/labs/a",
                        "/api/lab/labs?cursor=abc&limit=10",
                        "/api/lab/labs?limit=10");
    }

    @Test
    void eachKindHasItsTurnHoweverManyThereAreOfAnother() {
        for (var i = 0; i < 500; i++) frontier.add("/labore/" + i);
        var asked = Stream.generate(frontier::next).limit(50).toList();
        assertThat(asked).filteredOn("/"::equals).hasSize(10);
        assertThat(asked).filteredOn(each -> each.startsWith("/labore/")).doesNotHaveDuplicates();
    }

    @Test
    void aKindIsAPathWithTheNamesOfItsQuery() {
        assertThat(frontier.kind("/labore/a?lang=en&ab=x")).contains("/labore/{id}?ab&lang");
        assertThat(frontier.kind("/labore/a/eintragen")).isEmpty();
        assertThat(List.of(frontier.kind("/"), frontier.kind("/labore/x"))).doesNotHaveDuplicates();
    }
}
