package de.stadtforum.reporting.obligations;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

    /// @param half such as `2024-H1`
    static String half(String half) {
        return (half.endsWith("H1") ? "1. Halbjahr " : "2. Halbjahr ") + half.substring(0, 4);
    }
}
