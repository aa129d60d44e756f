package de.stadtforum.session;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One line of a dated list: the same on every list page.
///
/// @param on the day it is listed under
/// @param kind colour of the badge: info, success, warning, danger
/// @param state key of the badge's words
public record Entry(
        LocalDate on,
        String title,
        String href,
        @Nullable String note,
        String kind,
        @Nullable String state) {}
