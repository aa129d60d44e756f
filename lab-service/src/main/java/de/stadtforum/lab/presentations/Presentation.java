package de.stadtforum.lab.presentations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Laid before a body on a date, under a paper number where there was one.
public record Presentation(LocalDate on, @Nullable String paper) {}
