package de.stadtforum.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WarmStartTests {
    @Test
    void aStartTellsPartsSecondsAndMemory() {
        assertThat(
                        WarmStart.of(
                                """
                                Starting (database: embedded):
                                  broker       ready after 4.2 s

                                  8 parts ready in 9.4 s; memory of all together, launcher included: 1512 MB (PSS)
                                """))
                .isEqualTo(new WarmStart(8, 9.4, 1512));
    }

    @Test
    void aStartThatSaysNothingIsNoFigure() {
        assertThatThrownBy(() -> WarmStart.of("port 28080 is busy")).hasMessageContaining("28080");
    }
}
