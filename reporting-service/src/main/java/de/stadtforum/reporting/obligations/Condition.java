package de.stadtforum.reporting.obligations;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A comparison between what a measure gives and a number, or two of what it gives: `filled = statutory`, `daysLeft < 60`. A list
/// counts by its length.
record Condition(String left, String operator, String right) {
    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z]+) (=|!=|<|<=|>|>=) ([a-zA-Z]+|-?\\d{1,9})");

    /// @throws IllegalArgumentException where it has another form
    static Condition of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches())
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no condition such as \"filled >= 8\"");
        return new Condition(match.group(1), match.group(2), match.group(3));
    }

    static boolean allHold(List<Condition> conditions, Map<String, ?> values) {
        return conditions.stream().allMatch(each -> each.holds(values));
    }

    /// @throws IllegalArgumentException where the measure gives no such number
    boolean holds(Map<String, ?> values) {
        var compared = Long.compare(number(left, values), number(right, values));
        return switch (operator) {
            case "=" -> compared == 0;
            case "!=" -> compared != 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            default -> compared >= 0;
        };
    }

    private static long number(String name, Map<String, ?> values) {
        if (!Character.isLetter(name.charAt(0))) return Long.parseLong(name);
        return switch (values.get(name)) {
            case Number number -> number.longValue();
            case Collection<?> all -> all.size();
            case null, default ->
                    throw new IllegalArgumentException(
                            "the measure gives no number \""
                                    + name
                                    + "\", only "
                                    + values.keySet());
        };
    }
}
