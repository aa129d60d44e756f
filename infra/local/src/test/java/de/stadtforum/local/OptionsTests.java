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

    @Test
    void startsSomeServicesSeveralTimes() {
        var options = Options.of(ROOT, "--replicas", "lab=2", "--replicas", "session=3");

        assertThat(options.replicas(Service.LAB)).isEqualTo(2);
        assertThat(options.replicas(Service.MEMBERSHIP)).isEqualTo(1);
        assertThat(options.ports().of(Service.SESSION, 1)).isEqualTo(8082);
        assertThat(options.ports().of(Service.SESSION, 3)).isEqualTo(8102);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ports-from",
                "--ports-from 80",
                "--ports-from 65530",
                "--ports-from x",
                "--data",
                "--replicas",
                "--replicas lab",
                "--replicas lab=0",
                "--replicas lab=6",
                "--replicas gateway=2",
                "--replicas labb=2",
                "--frsh",
                "sesion"
            })
    void refusesInOneLineWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> Options.of(ROOT, line.split(" "))).isInstanceOf(CannotStart.class);
    }
}
