package de.stadtforum.reporting.obligations;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Days and half-years as they are read out.
final class German {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN);

    private German() {}

    static String day(@Nullable LocalDate day) {
        return day == null ? "einem noch offenen Tag" : DAY.format(day);
    }

    /// `1 Sitzung`, `2 Sitzungen`.
    static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    /// `A`, `A und B`, `A, B und C`.
    static String all(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        return String.join(", ", names.subList(0, names.size() - 1)) + " und " + names.getLast();
    }

    /// @param half such as `2024-H1`
    static String half(String half) {
        return (half.endsWith("H1") ? "1. Halbjahr " : "2. Halbjahr ") + half.substring(0, 4);
    }
}
