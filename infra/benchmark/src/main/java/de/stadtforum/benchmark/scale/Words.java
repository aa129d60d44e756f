package de.stadtforum.benchmark.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Words of invented contributions: some are in many texts, others rare, and some stand in one text alone.
final class Words {
    private static final int IN_A_TEXT = 30;
    private static final int SYLLABLES = 8;

    /// Hangul has so many syllables, from here on: no German word begins like one, so that an index keeps it whole.
    private static final int FIRST_SYLLABLE = 0xAC00;

    private static final int ALL_SYLLABLES = 11_172;

    private static final List<String> OFTEN =
            List.of(
                    "Laterne",
                    "Gehweg",
                    "Spielplatz",
                    "dunkel",
                    "Haltestelle",
                    "Park",
                    "Radweg",
                    "Müll",
                    "Bänke",
                    "Schule",
                    "Kreuzung",
                    "Straße",
                    "abends",
                    "Angst",
                    "Verkehr");

    private static final List<String> PARTS =
            List.of(
                    "Linden", "Markt", "Bahnhof", "Kirch", "Schul", "Berg", "Tal", "Nord", "Süd",
                    "Garten", "Brunnen", "Brücken", "Mühlen", "Hafen", "Wald", "Wiesen");

    private final Random random;

    Words(long seed) {
        random = new Random(seed);
    }

    synchronized String often() {
        return any(OFTEN);
    }

    synchronized String rare() {
        return any(PARTS)
                + any(PARTS).toLowerCase(Locale.GERMAN)
                + any(PARTS).toLowerCase(Locale.GERMAN);
    }

    synchronized String text() {
        var words = new ArrayList<String>();
        for (var i = 0; i < IN_A_TEXT; i++) words.add(i % 3 == 0 ? often() : rare());
        return String.join(" ", words);
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /// The same for the same number, and like no other.
    static String unique(int number) {
        var syllables = new Random(number * 7_919L);
        var word = new StringBuilder();
        for (var i = 0; i < SYLLABLES; i++)
            word.append((char) (FIRST_SYLLABLE + syllables.nextInt(ALL_SYLLABLES)));
        return word.toString();
    }
}
