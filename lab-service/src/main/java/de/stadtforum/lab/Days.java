package de.stadtforum.lab;

import java.time.LocalDate;

/// A day in figures, for what stood somewhere before it was put right: it reads alike in every language of the pages.
public final class Days {
    private Days() {}

    public static String words(LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }
}
