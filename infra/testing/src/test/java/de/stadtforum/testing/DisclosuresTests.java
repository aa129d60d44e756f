package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.stadtforum.testing.rights.Desk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class DisclosuresTests {
    private static final String TITLE = "Geheimsache Probe";
    private static final AnnotationConfigWebApplicationContext SERVICE =
            new AnnotationConfigWebApplicationContext();

    @EnableWebMvc
    private static final class Mvc {}

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        SERVICE.setServletContext(new MockServletContext());
        SERVICE.register(Mvc.class, Desk.class);
        SERVICE.refresh();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void whatTheFileSaysIsFoundAndNothingElse() throws IOException {
        var file = folder.resolve("rights.md");
        Files.writeString(file, RightsMatrix.of(SERVICE).markdown());
        assertThatThrownBy(() -> look(file, DisclosuresTests::toMembersOfTheBoard))
                .hasMessageContaining("missing in the file:")
                .hasMessageContaining("| `GET /meetings` | – | – | T | –")
                .hasMessageNotContaining("unasked");

        System.setProperty("rights.write", "true");
        try {
            look(file, DisclosuresTests::toMembersOfTheBoard);
        } finally {
            System.clearProperty("rights.write");
        }
        RightsMatrix.of(SERVICE).check(file);
        assertThatCode(() -> look(file, DisclosuresTests::toMembersOfTheBoard))
                .doesNotThrowAnyException();
        assertThat(file).content().contains("- member: sits there");

        assertThatThrownBy(() -> look(file, _ -> "nothing"))
                .hasMessageContaining("not so in the service:")
                .hasMessageContaining("| `GET /meetings` | – | – | T | –");
    }

    @Test
    void whoHasNoTaskFindsNothingWhateverTheFileSays() {
        System.setProperty("rights.write", "true");
        try {
            assertThatThrownBy(() -> look(folder.resolve("rights.md"), _ -> TITLE))
                    .hasMessageContaining("GET /meetings as no login shows [T], unasked")
                    .hasMessageContaining("GET /meetings as login alone shows [T], unasked")
                    .hasMessageContaining("GET /meetings as operator shows [T], unasked")
                    .hasMessageNotContaining("as member shows");
        } finally {
            System.clearProperty("rights.write");
        }
    }

    @Test
    void noPageSaysTheIdOfAPerson() {
        assertThatThrownBy(() ->
                        look(
                                folder.resolve("rights.md"),
                                _ -> "<input value='p-zoe-4711'><p>p-zoe-4711</p>"))
                .hasMessageContaining("says the id of a person");
        assertThatThrownBy(() ->
                        look(
                                folder.resolve("rights.md"),
                                _ -> "<input value='p-zoe-4711'><p>Zoe</p>"))
                .hasMessageNotContaining("says the id of a person");
    }

    private static String toMembersOfTheBoard(@Nullable String claims) {
        return claims != null && claims.contains("member:board") ? TITLE : "nothing";
    }

    private static void look(Path file, Function<@Nullable String, String> answer)
            throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext(
                    "/",
                    exchange -> {
                        var token = exchange.getRequestHeaders().getFirst("Authorization");
                        var claims =
                                token == null
                                        ? null
                                        : new String(
                                                Base64.getUrlDecoder()
                                                        .decode(token.split("\\.")[1]),
                                                StandardCharsets.UTF_8);
                        var body = answer.apply(claims).getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            server.start();
            Disclosures.of(server.getAddress().getPort(), RightsMatrix.of(SERVICE))
                    .planted("titles of the closed part", 'T', TITLE)
                    .person("p-zoe-4711")
                    .in("board")
                    .because("member", "sits there")
                    .check(file);
        } finally {
            server.stop(0);
        }
    }
}
