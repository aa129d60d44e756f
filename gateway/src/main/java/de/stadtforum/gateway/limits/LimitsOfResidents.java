package de.stadtforum.gateway.limits;

import de.stadtforum.gateway.edge.Saying;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What is sent in without a login has a smaller budget. Only behind the login is it known who has none: a cookie alone proves nothing, and a made-up token is refused by the service.
@Component
class LimitsOfResidents implements WebFilter, Ordered {
    private static final int BEHIND_THE_LOGIN = 10;
    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Budgets contributions;
    private final ClientAddress clients;
    private final Saying saying;

    LimitsOfResidents(
            LimitsProperties limits, ClientAddress clients, MeterRegistry meters, Saying saying) {
        contributions =
                limits.contributions().budgets("contributions", limits.remembered(), meters);
        this.clients = clients;
        this.saying = saying;
    }

    @Override
    public int getOrder() {
        return BEHIND_THE_LOGIN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (READING.contains(request.getMethod())
                || request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION))
            return chain.filter(exchange);
        var wait = contributions.spend(clients.of(request));
        return wait == null ? chain.filter(exchange) : Limits.refused(exchange, wait, saying);
    }
}
