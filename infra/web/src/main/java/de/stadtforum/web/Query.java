package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// The part of an address behind the question mark, read without touching the body of a form, which may be unreadable.
final class Query {
    private Query() {}

    /// As it stands in the address, not decoded: for values from our own lists.
    static @Nullable String value(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        if (query == null) return null;
        for (var pair : query.split("&", -1))
            if (pair.startsWith(name + "=")) return pair.substring(name.length() + 1);
        return null;
    }
}
