package de.stadtforum.reporting.figures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A half of a calendar year in the city, such as `2024-H1`; interim reports are given for each (resolution 6.1).
public record HalfYear(int year, int half) {
    private static final Pattern NAME = Pattern.compile("(20\\d{2})-H([12])");

    public static Optional<HalfYear> of(String name) {
        var match = NAME.matcher(name);
        return match.matches()
                ? Optional.of(
                        new HalfYear(
                                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /// The one that this day lies in.
    public static HalfYear at(LocalDate day) {
        return new HalfYear(day.getYear(), day.getMonthValue() < 7 ? 1 : 2);
    }

    public HalfYear next() {
        return at(last().plusDays(1));
    }

    /// As a clerk says it: `1. Halbjahr 2024`.
    public String words() {
        return half + ". Halbjahr " + year;
    }

    public LocalDate first() {
        return LocalDate.of(year, half == 1 ? 1 : 7, 1);
    }

    public LocalDate last() {
        return first().plusMonths(6).minusDays(1);
    }

    public boolean covers(@Nullable LocalDate day) {
        return day != null && !day.isBefore(first()) && !day.isAfter(last());
    }

    /// It came to pass by the end of the half-year.
    public boolean reached(@Nullable LocalDate day) {
        return day != null && !day.isAfter(last());
    }

    @Override
    public String toString() {
        return year + "-H" + half;
    }
}
