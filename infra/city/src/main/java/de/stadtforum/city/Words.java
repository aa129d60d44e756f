package de.stadtforum.city;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the city calls its things (`words.properties`, `words_en.properties`): the forms of its terms, which sentences take in by
/// `${…}`, and sentences that are the city's own, by the key of the message that they stand for.
///
/// @param german of each key; a term's key begins with `term.`
/// @param english what differs from the German
public record Words(Map<String, String> german, Map<String, String> english) {
    static final String TERM = "term.";

    /// `${^…}` begins a sentence.
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\^?)([a-zA-Z0-9.-]+)}");

    public Words {
        german = new TreeMap<>(german);
        english = new TreeMap<>(english);
    }

    static Map<String, String> parsed(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            throw new CityFile.Fault(String.valueOf(malformed.getMessage()));
        }
        var words = new TreeMap<String, String>();
        for (var key : properties.stringPropertyNames())
            words.put(key, properties.getProperty(key));
        return words;
    }

    /// The line on which a key stands, or 1.
    static int line(String text, String key) {
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++)
            if (lines.get(i).strip().matches(Pattern.quote(key) + "\\s*[=:].*")) return i + 1;
        return 1;
    }

    private static boolean isEnglish(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /// A form of a term, such as `assembly.of`.
    ///
    /// @throws IllegalArgumentException when the city has no such term
    public String term(String key, Locale language) {
        var word = isEnglish(language) ? english.get(TERM + key) : null;
        if (word == null) word = german.get(TERM + key);
        if (word == null)
            throw new IllegalArgumentException("The city's words.properties lack " + TERM + key);
        return word;
    }

    public String term(String key) {
        return term(key, Locale.GERMAN);
    }

    /// The city's own sentence in the place of a message; null where it has none.
    ///
    /// @param usual what is said elsewhere in this language; null where only the city has words
    @Nullable String instead(String message, @Nullable String usual, Locale language) {
        if (message.startsWith(TERM)) return usual;
        var own = isEnglish(language) ? english.get(message) : german.get(message);
        if (own != null) return own;
        return usual != null ? usual : german.get(message);
    }

    /// A sentence with the city's terms in it.
    public String fill(String sentence, Locale language) {
        if (!sentence.contains("${")) return sentence;
        return PLACE.matcher(sentence)
                .replaceAll(place -> {
                    var word = term(place.group(2), language);
                    return Matcher.quoteReplacement(
                            place.group(1).isEmpty() ? word : capitalised(word));
                });
    }

    /// The terms that a sentence takes in.
    static List<String> termsIn(String sentence) {
        return PLACE.matcher(sentence).results().map(place -> place.group(2)).toList();
    }

    private static String capitalised(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
