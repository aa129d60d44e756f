package de.stadtforum.benchmark;

import java.util.Arrays;
import java.util.Collection;

/// Figures of one kind, ordered by size; the unit is that of who measured them.
public record Series(double... sorted) {
    public Series {
        if (sorted.length == 0) throw new IllegalArgumentException("nothing was measured");
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    public static Series of(Collection<Double> values) {
        return new Series(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The smallest figure that is not exceeded by this share of all.
    ///
    /// @param share above 0, at most 1: 0.99 leaves one of a hundred above
    public double percentile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /// The middle; of an even number the mean of the two in the middle.
    public double median() {
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    public double smallest() {
        return sorted[0];
    }

    public double largest() {
        return sorted[sorted.length - 1];
    }
}
