package de.stadtforum.gateway.limits;

import de.stadtforum.gateway.edge.EdgeRules;
import de.stadtforum.gateway.edge.EndedSessions;
import de.stadtforum.gateway.edge.Saying;
import de.stadtforum.gateway.edge.SessionCookie;
import de.stadtforum.gateway.paths.KnownPaths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Pages that follow their changes stay open: so many of one login, of one address and in all. Whoever has more is asked to come again later, and
/// has pages like all others until then. A page's events end with the session that asked for them.
@Component
class OpenPages implements WebFilter, Ordered {
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final String ALL = "";

    private final LimitsProperties.OpenPages limits;
    private final ClientAddress clients;
    private final EndedSessions sessions;
    private final KnownPaths paths;
    private final Saying saying;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    OpenPages(
            LimitsProperties limits,
            ClientAddress clients,
            EndedSessions sessions,
            KnownPaths paths,
            Saying saying) {
        this.paths = paths;
        this.limits = limits.pages();
        this.clients = clients;
        this.sessions = sessions;
        this.saying = saying;
    }

    /// Behind the budgets for requests, and before the login takes the cookie away.
    @Override
    public int getOrder() {
        return EdgeRules.ORDER + 5;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!paths.hasEvents(request.getPath().pathWithinApplication()))
            return chain.filter(exchange);
        var counted = counted(request);
        if (counted.isEmpty()) return Limits.refused(exchange, LATER, saying);
        var session = request.getCookies().getFirst(SessionCookie.NAME);
        var answer =
                session == null
                        ? exchange
                        : exchange.mutate()
                                .response(
                                        until(
                                                sessions.endOf(session.getValue()),
                                                exchange.getResponse()))
                                .build();
        return chain.filter(answer).doFinally(_ -> counted.forEach(this::closes));
    }

    /// @return whose pages became one more; nobody's where somebody has too many
    private List<String> counted(ServerHttpRequest request) {
        var most = new LinkedHashMap<String, Integer>();
        most.put(ALL, limits.all());
        most.put(clients.of(request), limits.address());
        var login = Limits.login(request);
        if (login != null) most.put(login, limits.login());
        var counted = new ArrayList<String>();
        for (var each : most.entrySet()) {
            if (!opens(each.getKey(), each.getValue())) {
                counted.forEach(this::closes);
                return List.of();
            }
            counted.add(each.getKey());
        }
        return counted;
    }

    private boolean opens(String who, int most) {
        var fits = new boolean[1];
        open.compute(
                who,
                (_, known) -> {
                    var before = known == null ? 0 : known;
                    fits[0] = before < most;
                    return fits[0] ? before + 1 : known;
                });
        return fits[0];
    }

    private void closes(String who) {
        open.computeIfPresent(who, (_, known) -> known == 1 ? null : known - 1);
    }

    private static ServerHttpResponse until(Publisher<Void> end, ServerHttpResponse response) {
        return new ServerHttpResponseDecorator(response) {
            @Override
            public Mono<Void> writeAndFlushWith(
                    Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return super.writeAndFlushWith(Flux.from(body).takeUntilOther(end));
            }
        };
    }
}
