package de.stadtforum.gateway.demo;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The browser holds a random key in a cookie; the token behind it stays here and goes to the services only.
@Component
@Profile("demo")
class DemoKeys implements WebFilter, Ordered {
    private static final String COOKIE = "stadtforum-demo";
    private static final Duration LASTS = Duration.ofHours(12);
    private static final int MOST = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> tokens =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                            return size() > MOST;
                        }
                    });

    /// After the rules at the edge.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    /// Turns the cookie into the token that the services check; who brings a token of their own keeps it.
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var key = keyOf(exchange);
        if (key == null) return chain.filter(exchange);
        var token = tokens.get(key);
        var request =
                exchange.getRequest()
                        .mutate()
                        .headers(headers -> {
                            headers.remove(HttpHeaders.COOKIE); // no service knows any
                            if (token != null && !headers.containsHeader(HttpHeaders.AUTHORIZATION))
                                headers.setBearerAuth(token);
                        });
        return chain.filter(exchange.mutate().request(request.build()).build());
    }

    /// A new key each time, so that nobody can plant one beforehand.
    void issue(ServerWebExchange exchange, String token) {
        forget(exchange);
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tokens.put(key, token);
        exchange.getResponse().addCookie(cookie(key, LASTS));
    }

    void withdraw(ServerWebExchange exchange) {
        forget(exchange);
        exchange.getResponse().addCookie(cookie("", Duration.ZERO));
    }

    private void forget(ServerWebExchange exchange) {
        var key = keyOf(exchange);
        if (key != null) tokens.remove(key);
    }

    private static @Nullable String keyOf(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static ResponseCookie cookie(String key, Duration lasts) {
        return ResponseCookie.from(COOKIE, key)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(lasts)
                .build();
    }
}
