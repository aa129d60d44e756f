package de.stadtforum.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultsTests {
    private final Results results = new Results("floor");

    @Test
    void eachFigureStandsBesideItsLimit() {
        results.atMost("p99 (ms)", 50, 50);
        results.atMost("failed", 1, 0);
        assertThat(results.text())
                .contains("| p99 (ms) | 50.0 | 50.0 | kept |")
                .contains("| failed | 1.00 | 0.00 | **missed** |")
                .endsWith("1 of 2 limits are kept.\n");
    }

    @Test
    void withoutLimitsThereIsNoVerdict() {
        results.add("start (s)", new Series(2), new Series(1));
        assertThat(results.text()).doesNotContain("limit").contains("| start (s) | 2.00");
    }
}
