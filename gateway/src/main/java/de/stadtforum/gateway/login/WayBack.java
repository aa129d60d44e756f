package de.stadtforum.gateway.login;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// Where somebody goes on after the login: a path of this site and nowhere else.
record WayBack(String path) implements Serializable {
    private static final String ATTRIBUTE = WayBack.class.getName();
    private static final String PARAMETER = "zurueck";
    static final WayBack START = new WayBack("/konto");

    private static final Pattern OURS =
            Pattern.compile(
                    "/(?!/|anmelden|abmelden|login|oauth2|logout|konto)[A-Za-z0-9/._~?=&%+-]{0,500}");

    static WayBack of(@Nullable String path) {
        return path != null && OURS.matcher(path).matches() ? new WayBack(path) : START;
    }

    /// To the page that is asked for (`zurueck`).
    static WayBack asked(ServerHttpRequest request) {
        return of(request.getQueryParams().getFirst(PARAMETER));
    }

    /// The same, else back to the page whose link led here.
    static WayBack of(ServerHttpRequest request) {
        if (request.getQueryParams().containsKey(PARAMETER)) return asked(request);
        var from = request.getHeaders().getFirst(HttpHeaders.REFERER);
        var host = request.getHeaders().getFirst(HttpHeaders.HOST);
        if (from == null || host == null) return START;
        var rest = from.replaceFirst("^https?://", "");
        return rest.toLowerCase(Locale.ROOT).startsWith(host.toLowerCase(Locale.ROOT) + "/")
                ? of(rest.substring(host.length()))
                : START;
    }

    /// @return `path` with this way back in its query
    String after(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam(PARAMETER, "{path}")
                .encode()
                .buildAndExpand(this.path)
                .toUriString();
    }

    void keep(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /// The one that was kept, else to the start.
    static WayBack kept(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, START);
    }

    Mono<Void> follow(ServerWebExchange exchange) {
        return LoginPages.redirect(exchange, path);
    }
}
