package de.stadtforum.reporting.words;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Sentences of one language from patterns of ICU: plural, select, days, numbers as words up to twelve.
///
/// A pattern may name what it is given, `{count}`, as a word, `{count_words}`, at the beginning of a sentence `{count_Words}`, a list by its
/// length, `{missing_size}`, and whether there is anything, `{first_there}`: yes or no. A day is said in full, a list with "und" before its last.
public final class Words {
    private static final int WRITTEN_OUT = 12;
    private final Locale locale;
    private final Map<String, Sentence> sentences = new HashMap<>();

    /// @param names what it names, with their endings
    private record Sentence(String text, MessageFormat format, Set<String> names) {}

    /// @throws IllegalArgumentException with the key of the first pattern that is none
    public Words(Locale locale, Properties... bundles) {
        this(locale, UnaryOperator.identity(), bundles);
    }

    /// @param terms puts the city's terms into a pattern
    /// @throws IllegalArgumentException with the key of the first pattern that is none
    public Words(Locale locale, UnaryOperator<String> terms, Properties... bundles) {
        this.locale = locale;
        for (var bundle : bundles)
            for (var key : bundle.stringPropertyNames()) {
                var text = terms.apply(bundle.getProperty(key));
                sentences.put(key, sentence(key, text));
            }
    }

    /// The words that ship with this program.
    public static Properties shipped(Locale language) {
        try (var file =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Words.class.getResourceAsStream(
                                        "/words_" + language.getLanguage() + ".properties")),
                        StandardCharsets.UTF_8)) {
            var bundle = new Properties();
            bundle.load(file);
            return bundle;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Sentence sentence(String key, String text) {
        try {
            return new Sentence(
                    text, new MessageFormat(text, ULocale.forLocale(locale)), names(text));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(key + ": " + wrong.getMessage(), wrong);
        }
    }

    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /// What the pattern wants to be given, by the names without their ending.
    public Set<String> wants(String key) {
        var names = new TreeSet<String>();
        for (var name : sentence(key).names)
            names.add(name.contains("_") ? name.substring(0, name.indexOf('_')) : name);
        return names;
    }

    private Sentence sentence(String key) {
        var sentence = sentences.get(key);
        if (sentence == null) throw new IllegalArgumentException("no words for " + key);
        return sentence;
    }

    /// Also those that stand within a plural or a choice.
    private static Set<String> names(String pattern) {
        var parts = new MessagePattern(pattern);
        var names = new TreeSet<String>();
        for (var i = 0; i < parts.countParts(); i++)
            if (parts.getPartType(i) == MessagePattern.Part.Type.ARG_NAME)
                names.add(parts.getSubstring(parts.getPart(i)));
        return names;
    }

    /// The sentence; what the pattern does not name is not said.
    ///
    /// @throws IllegalArgumentException where there is no such pattern, or it names something that is not given
    public String of(String key, Map<String, ?> given) {
        // a format is not made for several threads at once
        var sentence = sentence(key);
        var format = (MessageFormat) sentence.format.clone();
        var arguments = new HashMap<String, Object>();
        for (var name : sentence.names) arguments.put(name, argument(key, name, given));
        return format.format(arguments, new StringBuffer(), null).toString();
    }

    public String of(String key) {
        return of(key, Map.of());
    }

    private Object argument(String key, String name, Map<String, ?> given) {
        var end = name.indexOf('_');
        var plain = end < 0 ? name : name.substring(0, end);
        if (!given.containsKey(plain))
            throw new IllegalArgumentException(key + " names {" + name + "}, which is not given");
        var value = given.get(plain);
        return switch (end < 0 ? "" : name.substring(end + 1)) {
            case "words" -> written(((Number) Objects.requireNonNull(value)).longValue());
            case "Words" -> capital(written(((Number) Objects.requireNonNull(value)).longValue()));
            case "size" -> ((Collection<?>) Objects.requireNonNull(value)).size();
            case "there" -> value == null || value.equals("") ? "no" : "yes";
            case "" -> said(value);
            default ->
                    throw new IllegalArgumentException(
                            key
                                    + " names {"
                                    + name
                                    + "}; known are _words, _Words, _size and _there");
        };
    }

    /// Numbers up to twelve as words, as German wants it.
    private String written(long number) {
        if (number < 0 || number > WRITTEN_OUT) return String.valueOf(number);
        return of("number." + number);
    }

    private String capital(String word) {
        return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }

    private Object said(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number;
            case LocalDate day -> day(day);
            case Collection<?> all ->
                    ListFormatter.getInstance(ULocale.forLocale(locale))
                            .format(all.stream().map(each -> String.valueOf(said(each))).toList());
            case Said said -> of(said.key(), said.given());
            default -> value.toString();
        };
    }

    /// Something that is called by its own pattern, as a period.
    public interface Said {
        String key();

        Map<String, ?> given();
    }

    /// As it is read out: `5. März 2024`.
    public String day(LocalDate day) {
        var calendar = new GregorianCalendar(TimeZone.GMT_ZONE, ULocale.forLocale(locale));
        calendar.clear();
        calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        var format = new SimpleDateFormat(sentence("day").text, ULocale.forLocale(locale));
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(new Date(calendar.getTimeInMillis()));
    }
}
