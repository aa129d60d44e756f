package de.stadtforum.search;

/// Which document an entry is of; unique in the index.
///
/// @param kind as `contribution`
public record EntryKey(String kind, String id) {
    private static final char BETWEEN = '\0';

    /// @throws IllegalArgumentException with more than 1,000 signs, without a kind, or with a zero sign
    public EntryKey {
        if (kind.isEmpty() || kind.indexOf(BETWEEN) >= 0 || id.indexOf(BETWEEN) >= 0)
            throw new IllegalArgumentException("a key has a kind and no zero signs");
        if (kind.length() + id.length() > Entry.LONGEST)
            throw new IllegalArgumentException("a key has at most " + Entry.LONGEST + " signs");
    }

    String term() {
        return kind + BETWEEN + id;
    }

    static EntryKey of(String term) {
        var end = term.indexOf(BETWEEN);
        return new EntryKey(term.substring(0, end), term.substring(end + 1));
    }
}
