package de.stadtforum.documents.making;

import java.util.List;
import java.util.Locale;

/// Slides to speak to, after one with the title.
public record SlideDeck(String title, Locale language, String organisation, List<Slide> slides) {
    public SlideDeck {
        if (title.isBlank()) throw new IllegalArgumentException("slides without a title");
        slides = List.copyOf(slides);
    }

    /// @param points more than a slide takes go on with the next, under the same title
    public record Slide(String title, List<Phrase> points) {
        public Slide {
            if (title.isBlank()) throw new IllegalArgumentException("a slide without a title");
            points = List.copyOf(points);
        }
    }
}
