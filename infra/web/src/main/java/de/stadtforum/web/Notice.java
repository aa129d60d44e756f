package de.stadtforum.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// What a page says once after the act that caused it: the key of its words, in a cookie that lives until the next page shows it.
final class Notice {
    /// The gateway lets this one of a browser's cookies through to a service.
    static final String COOKIE = "stadtforum-notice";

    private static final Pattern KEY = Pattern.compile("notice\\.[a-z0-9-]{1,60}");
    private static final Duration UNTIL_THE_NEXT_PAGE = Duration.ofSeconds(30);

    private Notice() {}

    static void leave(HttpServletResponse response, String key) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(key, UNTIL_THE_NEXT_PAGE));
    }

    /// @return the key that the last act left, which is gone with it
    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        var cookies = request.getCookies();
        if (cookies == null) return null;
        for (var each : cookies) if (each.getName().equals(COOKIE)) return take(each, response);
        return null;
    }

    private static @Nullable String take(Cookie left, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return KEY.matcher(left.getValue()).matches() ? left.getValue() : null;
    }

    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Strict")
                .maxAge(age)
                .build()
                .toString();
    }
}
