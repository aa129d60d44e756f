package de.stadtforum.search;

import java.util.List;

/// What an entry must have to be found.
public sealed interface Filter {
    /// One of these values; none of them finds nothing.
    record AnyOf(String keyword, List<String> values) implements Filter {
        public AnyOf {
            values = List.copyOf(values);
        }
    }

    /// A number within these, both included.
    record Between(String number, long least, long most) implements Filter {}

    static Filter anyOf(String keyword, String... values) {
        return new AnyOf(keyword, List.of(values));
    }

    static Filter between(String number, long least, long most) {
        return new Between(number, least, most);
    }
}
