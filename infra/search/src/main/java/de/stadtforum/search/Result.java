package de.stadtforum.search;

import de.stadtforum.search.Found.Count;

/// What a page says above what was found, by the keys of its words.
///
/// @param least that there are so many, or at least so many
/// @param advice what to say where nothing is shown
public record Result(String summary, long least, String advice) {
    public static final Result NOT_READY =
            new Result("search.not-ready", 0, "search.not-ready.text");

    public static Result of(Found found) {
        Count count = found.count();
        return new Result(
                count.exact() ? "search.count" : "search.count.more", count.least(), "search.none");
    }
}
