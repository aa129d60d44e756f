package de.stadtforum.gateway.login;

import de.stadtforum.gateway.edge.SessionCookie;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Puts the session's token into the request, renewed when it is about to end; of the cookies only the notice of the last form goes on to a service.
///
/// When the provider takes a login back, the session ends and the request goes on as a resident's.
@Component
class TokenOfSession implements WebFilter, Ordered {
    private static final String NOTICE = "stadtforum-notice";
    private static final Pattern KEY = Pattern.compile("[a-z0-9.-]{1,80}");
    private final SessionTokens tokens;

    TokenOfSession(SessionTokens tokens) {
        this.tokens = tokens;
    }

    /// After Spring Security, which knows whose session it is.
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (!headers.containsHeader(HttpHeaders.COOKIE)) return chain.filter(exchange);
        if (headers.containsHeader(HttpHeaders.AUTHORIZATION)
                || !exchange.getRequest().getCookies().containsKey(SessionCookie.NAME))
            return chain.filter(with(exchange, ""));
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(who -> tokens.token(exchange, who))
                .defaultIfEmpty("")
                .flatMap(token -> {
                    if (token.isEmpty()) forget(exchange);
                    return chain.filter(with(exchange, token));
                });
    }

    /// A cookie without a session behind it would keep its owner from the shared cache for ever; one whose login has just begun stays.
    private static void forget(ServerWebExchange exchange) {
        exchange.getResponse()
                .beforeCommit(() ->
                        exchange.getSession()
                                .filter(session -> !session.isStarted())
                                .doOnNext(_ ->
                                        exchange.getResponse()
                                                .getCookies()
                                                .computeIfAbsent(
                                                        SessionCookie.NAME, _ -> expired()))
                                .then());
    }

    private static java.util.List<org.springframework.http.ResponseCookie> expired() {
        return java.util.List.of(
                org.springframework.http.ResponseCookie.from(SessionCookie.NAME, "")
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(0)
                        .build());
    }

    private static ServerWebExchange with(ServerWebExchange exchange, String token) {
        var request =
                exchange.getRequest()
                        .mutate()
                        .headers(headers -> {
                            var notice = exchange.getRequest().getCookies().getFirst(NOTICE);
                            headers.remove(HttpHeaders.COOKIE);
                            if (notice != null && KEY.matcher(notice.getValue()).matches())
                                headers.set(HttpHeaders.COOKIE, NOTICE + "=" + notice.getValue());
                            if (!token.isEmpty()) headers.setBearerAuth(token);
                        })
                        .build();
        return exchange.mutate().request(request).build();
    }
}
