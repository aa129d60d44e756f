package de.stadtforum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTests {
    @TempDir private Path folder;

    @Test
    void aPartThatDiesAgainAndAgainIsStartedAgainAndAgain() throws Exception {
        var starts = folder.resolve("starts");
        var part =
                new Part(
                        "mayfly",
                        List.of(),
                        folder.resolve("mayfly.log"),
                        List.of("sh", "-c", "echo . >> " + starts + "; sleep 0.1; exit 3"),
                        Map.of(),
                        () -> true);
        var said = new ByteArrayOutputStream();
        var parts =
                new Parts(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        folder.resolve("pids"));
        parts.start(List.of(part));
        parts.watch();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.readAllLines(starts).size() > 5);
        parts.stop();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("mayfly ended with exit code 3 and is started again; its log")
                .contains("is started again in 1 s")
                .contains("is started again in 2 s");
    }

    @Test
    void pausesGrowToFiveSeconds() {
        assertThat(Parts.pauseAfter(3)).isZero();
        assertThat(Parts.pauseAfter(4)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Parts.pauseAfter(40)).isEqualTo(Duration.ofSeconds(5));
    }
}
