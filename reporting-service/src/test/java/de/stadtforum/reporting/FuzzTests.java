package de.stadtforum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.testing.Fuzz;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Whatever is thrown at the interface, the service answers.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Tag("long")
class FuzzTests {
    private static final int TIMES = 5_000;

    @LocalServerPort private int port;

    @Test
    void nothingThatIsThrownAtItMakesItFail() throws Exception {
        var answers =
                Fuzz.of(
                                port,
                                Path.of("src/main/resources/static/api/reporting/openapi.json"),
                                4_711)
                        .knowing("bericht-2024-h1")
                        .run(TIMES);
        assertThat(answers).containsKeys(200, 400, 403);
    }
}
