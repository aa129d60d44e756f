package de.stadtforum.documents.making;

import com.ibm.icu.text.Bidi;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Text within one paragraph, item or cell. A line end in it (`\n`) is one on paper.
public record Phrase(List<Part> parts) {
    public Phrase {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {
        String text();
    }

    public record Plain(String text) implements Part {}

    public record Strong(String text) implements Part {}

    /// @param address http, https or mailto; anything else is an `IllegalArgumentException`: a document runs nothing
    public record Link(String text, URI address) implements Part {
        private static final List<String> SCHEMES = List.of("http", "https", "mailto");

        public Link {
            if (SCHEMES.stream().noneMatch(scheme -> scheme.equalsIgnoreCase(address.getScheme())))
                throw new IllegalArgumentException("a document does not link to " + address);
        }
    }

    public static Phrase of(String text) {
        return new Phrase(List.of(new Plain(text)));
    }

    public static Phrase of(Part... parts) {
        return new Phrase(List.of(parts));
    }

    /// A phrase for each text: the cells of a row, the items of a list.
    public static List<Phrase> each(String... texts) {
        return Arrays.stream(texts).map(Phrase::of).toList();
    }

    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /// By the first letter that has a direction (UAX #9, P2 and P3).
    public boolean rightToLeft() {
        return Bidi.getBaseDirection(text()) == Bidi.RTL;
    }
}
