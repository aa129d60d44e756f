package de.stadtforum.reporting.figures;

import de.stadtforum.reporting.words.Words.Said;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Any days from one to another in the city, both included. Half-years, for which interim reports are owed (resolution 6.1), and quarters
/// have names: `2024-H1`, `2024-Q3`; any other is named by its days as ISO 8601 has it, `2024-02-01--2024-04-30`.
public record Period(LocalDate from, LocalDate until) implements Said {
    /// All names, for whoever takes one in; whether the days are a period says [#of].
    public static final String NAME =
            "20\\d{2}-(?:H[12]|Q[1-4])|20\\d{2}-\\d{2}-\\d{2}--20\\d{2}-\\d{2}-\\d{2}";

    private static final Pattern NAMED = Pattern.compile("(20\\d{2})-([HQ])([1-4])");
    private static final Pattern DAYS =
            Pattern.compile("(20\\d{2}-\\d{2}-\\d{2})--(20\\d{2}-\\d{2}-\\d{2})");
    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.GERMAN);

    /// In which a year is reported on in equal parts.
    public enum Rhythm {
        HALF_YEAR('H', 6, "Halbjahr", "Halbjahres"),
        QUARTER('Q', 3, "Quartal", "Quartals");

        private final char letter;
        private final int months;
        private final String noun;
        private final String genitive;

        Rhythm(char letter, int months, String noun, String genitive) {
            this.letter = letter;
            this.months = months;
            this.noun = noun;
            this.genitive = genitive;
        }

        /// The one that this day lies in.
        public Period at(LocalDate day) {
            var first =
                    day.withDayOfMonth(1)
                            .withMonth((day.getMonthValue() - 1) / months * months + 1);
            return new Period(first, first.plusMonths(months).minusDays(1));
        }

        private Period number(int year, int number) {
            return at(LocalDate.of(year, (number - 1) * months + 1, 1));
        }

        private boolean has(int number) {
            return number * months <= 12;
        }
    }

    public Period {
        if (until.isBefore(from))
            throw new IllegalArgumentException(until + " comes before " + from);
    }

    public static Period halfYear(int year, int half) {
        return Rhythm.HALF_YEAR.number(year, half);
    }

    public static Period quarter(int year, int quarter) {
        return Rhythm.QUARTER.number(year, quarter);
    }

    /// By its name; nothing where it is none, as `2024-H3` or a period that ends before it begins.
    public static Optional<Period> of(String name) {
        var named = NAMED.matcher(name);
        if (named.matches()) return named(named.toMatchResult());
        var days = DAYS.matcher(name);
        if (!days.matches()) return Optional.empty();
        try {
            return Optional.of(
                    new Period(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2))));
        } catch (DateTimeException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Period> named(MatchResult name) {
        var rhythm = name.group(2).equals("H") ? Rhythm.HALF_YEAR : Rhythm.QUARTER;
        var number = Integer.parseInt(name.group(3));
        return rhythm.has(number)
                ? Optional.of(rhythm.number(Integer.parseInt(name.group(1)), number))
                : Optional.empty();
    }

    /// Whether it is one of the equal parts of its year.
    public Optional<Rhythm> rhythm() {
        for (var each : Rhythm.values()) if (each.at(from).equals(this)) return Optional.of(each);
        return Optional.empty();
    }

    public String name() {
        return rhythm().map(each -> from.getYear() + "-" + each.letter + number(each))
                .orElseGet(() -> from + "--" + until);
    }

    private int number(Rhythm rhythm) {
        return (from.getMonthValue() - 1) / rhythm.months + 1;
    }

    /// As a clerk says it: `1. Halbjahr 2024`, `1. Februar bis 30. April 2024`.
    public String words() {
        return rhythm().map(each -> number(each) + ". " + each.noun + " " + from.getYear())
                .orElseGet(this::days);
    }

    private String days() {
        if (from.equals(until)) return GERMAN.format(from);
        var first = from.getYear() == until.getYear() ? "d. MMMM" : "d. MMMM yyyy";
        return DateTimeFormatter.ofPattern(first, Locale.GERMAN).format(from)
                + " bis "
                + GERMAN.format(until);
    }

    /// What it is called in a sentence: „in diesem Halbjahr“.
    public String noun() {
        return rhythm().map(each -> each.noun).orElse("Zeitraum");
    }

    /// „am Ende des Halbjahres“
    public String genitive() {
        return rhythm().map(each -> each.genitive).orElse("Zeitraums");
    }

    @Override
    public String key() {
        return rhythm().map(
                        each -> "period." + each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("period.days");
    }

    @Override
    public SortedMap<String, ?> given() {
        var given = new TreeMap<String, Object>();
        given.put("number", rhythm().map(this::number).orElse(0));
        given.put("year", from.getYear());
        given.put("from", from);
        given.put("until", until);
        return given;
    }

    /// The next of the same rhythm, or as many days more.
    public Period next() {
        var day = until.plusDays(1);
        return rhythm().map(each -> each.at(day))
                .orElseGet(() ->
                        new Period(day, day.plusDays(until.toEpochDay() - from.toEpochDay())));
    }

    public boolean over(LocalDate today) {
        return until.isBefore(today);
    }

    public boolean covers(@Nullable LocalDate day) {
        return day != null && !day.isBefore(from) && !day.isAfter(until);
    }

    /// It came to pass by the end of the period.
    public boolean reached(@Nullable LocalDate day) {
        return day != null && !day.isAfter(until);
    }
}
