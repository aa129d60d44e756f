package de.stadtforum.gateway.login;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// Where somebody goes on after the login: a path of this site and nowhere else.
record WayBack(String path) {
    private static final String ATTRIBUTE = WayBack.class.getName();
    static final WayBack START = new WayBack("/konto");

    private static final Pattern OURS =
            Pattern.compile(
                    "/(?!/|anmelden|abmelden|login|oauth2|logout|konto)[A-Za-z0-9/._~?=&%+-]{0,500}");

    static WayBack of(@Nullable String path) {
        return path != null && OURS.matcher(path).matches() ? new WayBack(path) : START;
    }

    /// To the page that is asked for (`zurueck`), else back to the one whose link led here.
    static WayBack of(ServerHttpRequest request) {
        var asked = request.getQueryParams().getFirst("zurueck");
        if (asked != null) return of(asked);
        var from = request.getHeaders().getFirst(HttpHeaders.REFERER);
        var host = request.getHeaders().getFirst(HttpHeaders.HOST);
        if (from == null || host == null) return START;
        var rest = from.replaceFirst("^https?://", "");
        return rest.toLowerCase(Locale.ROOT).startsWith(host.toLowerCase(Locale.ROOT) + "/")
                ? of(rest.substring(host.length()))
                : START;
    }

    void keep(WebSession session) {
        session.getAttributes().put(ATTRIBUTE, path);
    }

    static Mono<Void> follow(ServerWebExchange exchange, WebSession session) {
        var path = session.getAttributes().remove(ATTRIBUTE);
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.LOCATION, of(path instanceof String kept ? kept : null).path);
        return exchange.getResponse().setComplete();
    }
}
