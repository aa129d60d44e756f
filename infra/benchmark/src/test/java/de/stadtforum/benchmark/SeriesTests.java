package de.stadtforum.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTests {
    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(new Series(5, 1, 4, 2, 3).median()).isEqualTo(3);
        assertThat(new Series(8, 1, 2, 4).median()).isEqualTo(3);
        assertThat(new Series(7).median()).isEqualTo(7);
    }

    @Test
    void onlyOneOfAHundredLiesAboveThe99thPercentile() {
        var hundred = new Series(IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());
        assertThat(hundred.percentile(0.99)).isEqualTo(99);
        assertThat(hundred.percentile(0.5)).isEqualTo(50);
        assertThat(hundred.percentile(1)).isEqualTo(hundred.largest());
        assertThat(hundred.percentile(0.001)).isEqualTo(hundred.smallest());
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatThrownBy(Series::new).isInstanceOf(IllegalArgumentException.class);
    }
}
