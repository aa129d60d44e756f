package de.stadtforum.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {
    private static final Path ROOT = Path.of("/city");

    @Test
    void startsEverythingWithTheDemoWhereNothingIsSaid() {
        var options = Options.of(ROOT);

        assertThat(options.services()).containsExactly(Service.values());
        assertThat(options.data()).isEqualTo(ROOT.resolve(".data"));
        assertThat(options.ports().of(Service.GATEWAY)).isEqualTo(8080);
        assertThat(options).matches(Options::demo).matches(Options::complete);
        assertThat(options.fresh() || options.once()).isFalse();
    }

    @Test
    void startsOnlyTheServicesThatAreNamed() {
        assertThat(Options.of(ROOT, "lab", "--fresh", "session-service").services())
                .containsExactly(Service.SESSION, Service.LAB);
    }

    @Test
    void movesEveryPortAndTheData() {
        var options =
                Options.of(
                        ROOT,
                        "--ports-from",
                        "18080",
                        "--data",
                        "/tmp/a/../b",
                        "--once",
                        "--no-demo");

        var ports = options.ports();
        assertThat(ports)
                .isEqualTo(
                        new Ports(18080, 18081, 18082, 18083, 18084, 18085, 18086, 18087, 18088));
        assertThat(options.data()).isEqualTo(Path.of("/tmp/b"));
        assertThat(options.once()).isTrue();
        assertThat(options.demo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ports-from",
                "--ports-from 80",
                "--ports-from 65530",
                "--ports-from x",
                "--data",
                "--frsh",
                "sesion"
            })
    void refusesInOneLineWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> Options.of(ROOT, line.split(" "))).isInstanceOf(CannotStart.class);
    }
}
