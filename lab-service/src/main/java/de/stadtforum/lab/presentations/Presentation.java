package de.stadtforum.lab.presentations;

import de.stadtforum.lab.Days;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Laid before a body on a date, under a paper number where there was one.
public record Presentation(LocalDate on, @Nullable String paper) {
    /// As it stood before it was withdrawn.
    public String words() {
        return paper == null ? Days.words(on) : Days.words(on) + ", " + paper;
    }
}
