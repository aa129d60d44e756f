package de.stadtforum.gateway.demo;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Where somebody goes on after the login: a path of this site and nowhere else.
record WayBack(String path) {
    static final WayBack START = new WayBack("/versammlung");

    private static final Pattern OURS =
            Pattern.compile("/(?!/|anmelden|abmelden)[A-Za-z0-9/._~?=&%+-]{0,500}");

    static WayBack of(@Nullable String path) {
        return path != null && OURS.matcher(path).matches() ? new WayBack(path) : START;
    }

    /// Back to the page whose link led here.
    static WayBack of(ServerHttpRequest request) {
        var from = request.getHeaders().getFirst(HttpHeaders.REFERER);
        var host = request.getHeaders().getFirst(HttpHeaders.HOST);
        if (from == null || host == null) return START;
        var rest = from.replaceFirst("^https?://", "");
        return rest.toLowerCase(Locale.ROOT).startsWith(host.toLowerCase(Locale.ROOT) + "/")
                ? of(rest.substring(host.length()))
                : START;
    }
}
