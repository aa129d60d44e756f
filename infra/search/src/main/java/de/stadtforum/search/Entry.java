package de.stadtforum.search;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the index knows of a document. Its texts can be searched and are not kept: the index answers with keys, the documents come from the
/// database.
///
/// @param keywords values by name, for filters and facets: codes, not prose
/// @param numbers by name, for orders and ranges
/// @param title its words weigh more than those of the text
public record Entry(
        EntryKey key,
        SortedMap<String, List<String>> keywords,
        SortedMap<String, Long> numbers,
        String title,
        String text) {
    /// The name under which each entry has its kind as a keyword.
    public static final String KIND = "kind";

    static final int LONGEST = 1_000;

    public Entry {
        keywords = new TreeMap<>(keywords);
        numbers = new TreeMap<>(numbers);
    }

    public static Entry of(String kind, String id) {
        return new Entry(new EntryKey(kind, id), new TreeMap<>(), new TreeMap<>(), "", "");
    }

    /// @throws IllegalArgumentException when a value is longer than 1,000 signs
    public Entry keyword(String name, String... values) {
        for (var value : values)
            if (value.length() > LONGEST)
                throw new IllegalArgumentException("a keyword has at most " + LONGEST + " signs");
        return new Entry(key, with(keywords, name, List.of(values)), numbers, title, text);
    }

    public Entry number(String name, long value) {
        return new Entry(key, keywords, with(numbers, name, value), title, text);
    }

    public Entry title(String words) {
        return new Entry(key, keywords, numbers, words, text);
    }

    /// One text after the other.
    public Entry text(String... texts) {
        var all = Stream.concat(Stream.of(text), Stream.of(texts));
        var joined = all.filter(each -> !each.isBlank()).collect(Collectors.joining("\n"));
        return new Entry(key, keywords, numbers, title, joined);
    }

    private static <V> SortedMap<String, V> with(SortedMap<String, V> map, String name, V value) {
        var more = new TreeMap<>(Map.copyOf(map));
        more.put(name, value);
        return more;
    }
}
