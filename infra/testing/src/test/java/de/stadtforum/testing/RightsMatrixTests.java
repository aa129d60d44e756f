package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
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
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class RightsMatrixTests {
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
    void saysOfEveryEndpointWhoMayAndWhere() {
        assertThat(RightsMatrix.of(SERVICE).markdown())
                .contains(
                        "- `GET /meetings`",
                        "| `POST /meetings/{id}/close` | meeting `{id}` | – | – | – | – | ◐ | – | ◐ | –",
                        "| `PUT /meetings/{id}` | field `body` | – | – | – | – | – | ◐ | –",
                        "| `POST /welcome` |  | – | ● | ● |",
                        "| `POST /sweep` |  | – | – | – | – | – | – | – | – | – | – | – | – | – | – | – | ● | – |",
                        "| `POST /forgotten` |  | – | – | – | – | – | – | – | – | – | – | – | – | – | – | – | – | – |");
    }

    @Test
    void failsForAnEndpointThatIsMissingInTheFile() throws IOException {
        var matrix = RightsMatrix.of(SERVICE);
        var file = folder.resolve("rights.md");
        Files.writeString(file, matrix.markdown());
        matrix.check(file);

        Files.writeString(file, matrix.markdown().replaceAll("\\| `POST /sweep.*\\n", ""));
        assertThatThrownBy(() -> matrix.check(file)).hasMessageContaining("`POST /sweep`");
        Files.delete(file);
        assertThatThrownBy(() -> matrix.check(file)).hasMessageContaining("`GET /meetings`");
    }

    @Test
    void failsForAnEndpointThatTheServiceNoLongerHasOrOpensToOthers() throws IOException {
        var matrix = RightsMatrix.of(SERVICE);
        var file = folder.resolve("rights.md");
        Files.writeString(file, matrix.markdown() + "| `POST /gone` |\n");
        assertThatThrownBy(() -> matrix.check(file))
                .hasMessageContaining("not so in the service:\n  | `POST /gone` |");
    }

    @Test
    void triesEveryLine() throws IOException {
        assertThat(tries(RightsMatrixTests::asTheMatrixSays)).isEqualTo(5 * (3 + 2 * 15) + 3 + 15);
    }

    @Test
    void seesAServiceRedThatLetsEverybodyIn() {
        assertThatThrownBy(() -> tries(_ -> 200))
                .hasMessageContaining("POST /sweep without a login: 200 instead of 401")
                .hasMessageContaining(
                        "POST /meetings/{id}/close as chair:elsewhere: 200 instead of 403")
                .hasMessageContaining(
                        "PUT /meetings/{id} as secretariat:elsewhere: 200 instead of 403")
                .hasMessageContaining("GET /meetings with a forged token: 200 instead of 401");
    }

    @Test
    void seesAServiceRedThatRefusesWhoMay() {
        assertThatThrownBy(() -> tries(_ -> 403))
                .hasMessageContaining(
                        "POST /meetings/{id}/close as chair:board: 403 instead of allowed")
                .hasMessageContaining("GET /meetings without a login: 403 instead of allowed");
    }

    private static int tries(ToIntFunction<HttpExchange> answer) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.setExecutor(threads);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(answer.applyAsInt(exchange), -1);
                        exchange.close();
                    });
            server.start();
            return RightsTrial.of(server.getAddress().getPort(), RightsMatrix.of(SERVICE))
                    .there(Desk.Meeting.class, "m-1", "board")
                    .sending("PUT /meetings/{id}", "{'body':'board'}")
                    .run();
        } finally {
            server.stop(0);
        }
    }

    private static int asTheMatrixSays(HttpExchange exchange) {
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (header == null) return path.equals("/meetings") ? 200 : 401;
        var parts = header.substring("Bearer ".length()).split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        if (claims.contains("operator:*")) return 401; // only the forged one says so
        var may =
                switch (method + path) {
                    case "GET/meetings" -> true;
                    case "POST/meetings/m-1/close" ->
                            claims.contains("chair:board") || claims.contains("minute-taker:board");
                    case "PUT/meetings/some" -> claims.contains("secretariat:here");
                    case "POST/welcome" -> true;
                    case "POST/sweep" -> claims.contains("operator:");
                    default -> false;
                };
        return may ? 200 : 403;
    }
}
