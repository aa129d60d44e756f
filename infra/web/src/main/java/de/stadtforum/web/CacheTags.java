package de.stadtforum.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What the answer under way says to the gateway's cache, so that a command makes old only what shows what it changed. Whoever says nothing is
/// careful: his command makes old all that is kept of the service, and his page is made old by each such command.
public final class CacheTags {
    private CacheTags() {}

    /// The page shows something of this.
    ///
    /// @param what letters, digits, hyphens and slashes, such as `lab/eving-2024`
    public static void shows(String what) {
        say("Stadtforum-Shows", what);
    }

    /// The command changes this and nothing else that a page shows.
    public static void changes(String what) {
        say("Stadtforum-Changes", what);
    }

    private static void say(String header, String what) {
        var response = response();
        if (response != null) response.addHeader(header, what);
    }

    private static @Nullable HttpServletResponse response() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                ? it.getResponse()
                : null;
    }
}
