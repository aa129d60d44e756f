package de.stadtforum.reporting.measures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/// What an obligation gives its measure, by name; each is asked for by the measure or refused as unknown.
public final class Parameters {
    public static final Parameters NONE = new Parameters(Map.of());
    private final Map<String, Object> values;
    // several requests ask the same obligation at once
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    /// @param values texts, numbers or lists of texts
    public Parameters(Map<String, ?> values) {
        this.values = new TreeMap<>(values);
    }

    private @Nullable Object value(String name) {
        asked.add(name);
        return values.get(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(value(name)).map(Object::toString);
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("needs \"" + name + "\""));
    }

    public List<String> list(String name) {
        var value = value(name);
        if (value == null) return List.of();
        return value instanceof List<?> all
                ? all.stream().map(Object::toString).toList()
                : List.of(value.toString());
    }

    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(each -> constantOf(name, each, type));
    }

    public <E extends Enum<E>> E requiredConstant(String name, Class<E> type) {
        return constantOf(name, required(name), type);
    }

    private static <E extends Enum<E>> E constantOf(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\""
                                        + name
                                        + "\" is one of "
                                        + Arrays.toString(type.getEnumConstants())
                                        + ", not "
                                        + value));
    }

    public int number(String name, int otherwise) {
        return text(name).map(each -> numberOf(name, each)).orElse(otherwise);
    }

    private static int numberOf(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("\"" + name + "\" is a whole number, not " + value);
        }
    }

    public Optional<LocalDate> day(String name) {
        return text(name).map(each -> dayOf(name, each));
    }

    private static LocalDate dayOf(String name, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is a day as 2024-12-31, not " + value);
        }
    }

    /// What was given and never asked for: a mistake in the file.
    public Set<String> unknown() {
        var left = new TreeSet<>(values.keySet());
        left.removeAll(asked);
        return left;
    }
}
