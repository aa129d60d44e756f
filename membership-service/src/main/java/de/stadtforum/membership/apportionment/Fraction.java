package de.stadtforum.membership.apportionment;

/// An exact fraction, left unreduced so that the numbers of one table stay comparable by eye.
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
    public Fraction {
        if (denominator <= 0) throw new IllegalArgumentException("a denominator is positive");
    }

    long whole() {
        return Math.floorDiv(numerator, denominator);
    }

    Fraction remainder() {
        return new Fraction(Math.floorMod(numerator, denominator), denominator);
    }

    boolean isZero() {
        return numerator == 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return Long.compare(
                Math.multiplyExact(numerator, other.denominator),
                Math.multiplyExact(other.numerator, denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
