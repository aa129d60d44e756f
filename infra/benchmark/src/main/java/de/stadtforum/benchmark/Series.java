package de.stadtforum.benchmark;

import java.util.Arrays;

/// Measured times in milliseconds.
record Series(double... values) {
    /// @param share 0.5 for the median, 0.99 for the slowest of a hundred
    double percentile(double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    double median() {
        return percentile(0.5);
    }
}
