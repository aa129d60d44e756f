package de.stadtforum.gateway.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// What every answer carries, whoever wrote it; what a service says more strictly itself stays.
public final class AnswerHeaders {
    public static final String STRICT_TRANSPORT = "Strict-Transport-Security";
    public static final String ONLY_ENCRYPTED = "max-age=31536000; includeSubDomains"; // a year

    private static final Pattern HERE =
            Pattern.compile(
                    "(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private AnswerHeaders() {}

    /// @param alone whether the request brought neither a login nor a token
    public static void complete(HttpHeaders headers, String path, boolean alone) {
        unlessThere(headers, "Content-Security-Policy", Page.policy(path));
        unlessThere(headers, "X-Content-Type-Options", "nosniff");
        unlessThere(headers, "X-Frame-Options", "DENY");
        unlessThere(headers, "Referrer-Policy", "same-origin");
        unlessThere(
                headers,
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        unlessThere(headers, "Cross-Origin-Opener-Policy", "same-origin");
        var kept = headers.getFirst(HttpHeaders.CACHE_CONTROL);
        if (kept == null) headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        else if (kept.contains("s-maxage") || kept.contains("stale-if-error"))
            // said to this gateway; the caches before it cannot tell residents from others
            headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        // the service says it as well
        var id = headers.getFirst(RequestId.HEADER);
        if (id != null) headers.set(RequestId.HEADER, id);
        if (alone && path.startsWith("/api/")) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            headers.set(
                    HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                    "ETag, Link, Retry-After, Total-Count, X-Request-Id");
        }
    }

    private static void unlessThere(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) headers.set(name, value);
    }

    /// Whether browsers are to come back encrypted only: everywhere but on the developer's own machine.
    public static boolean overTheNet(@Nullable String host) {
        return host != null && !HERE.matcher(host).matches();
    }
}
