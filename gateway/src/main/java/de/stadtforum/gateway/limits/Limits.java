package de.stadtforum.gateway.limits;

import de.stadtforum.gateway.edge.EdgeRules;
import de.stadtforum.gateway.edge.Refusal;
import de.stadtforum.gateway.edge.Saying;
import de.stadtforum.gateway.edge.SessionCookie;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Each address and each login has a budget; beyond it the answer is 429 and says when to come again.
/// A token or session is counted as it is written, good or not; made-up ones are all paid for by their address.
@Component
class Limits implements WebFilter, Ordered {
    private final Budgets addresses;
    private final Budgets logins;
    private final ClientAddress clients;
    private final Saying saying;

    Limits(LimitsProperties limits, ClientAddress clients, MeterRegistry meters, Saying saying) {
        addresses = limits.address().budgets("address", limits.remembered(), meters);
        logins = limits.login().budgets("login", limits.remembered(), meters);
        this.clients = clients;
        this.saying = saying;
    }

    /// Behind the cache, which answers without counting, and before the login.
    @Override
    public int getOrder() {
        return EdgeRules.ORDER + 4;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var wait = spend(exchange.getRequest());
        return wait == null ? chain.filter(exchange) : refused(exchange, wait, saying);
    }

    private @Nullable Duration spend(ServerHttpRequest request) {
        var wait = addresses.spend(clients.of(request));
        var login = wait == null ? login(request) : null;
        return login == null ? wait : logins.spend(login);
    }

    static Mono<Void> refused(ServerWebExchange exchange, Duration wait, Saying saying) {
        exchange.getResponse()
                .getHeaders()
                .set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        return saying.refuse(exchange, Refusal.TOO_MANY);
    }

    static @Nullable String login(ServerHttpRequest request) {
        var token = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (token != null) return hash(token);
        if (!request.getHeaders().containsHeader(HttpHeaders.COOKIE)) return null;
        var session = request.getCookies().getFirst(SessionCookie.NAME);
        return session == null ? null : hash(session.getValue());
    }

    private static String hash(String secret) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
