package de.stadtforum.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesTests {
    @Test
    void findsMedianAndTheSlowest() {
        var series = new Series(5, 1, 4, 2, 3);
        assertThat(series.median()).isEqualTo(3);
        assertThat(series.percentile(0.99)).isEqualTo(5);
        assertThat(series.percentile(0.2)).isEqualTo(1);
    }
}
