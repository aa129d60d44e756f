package de.stadtforum.gateway.login;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// The logins that a browser has begun, one in each of its tabs, by the state that the provider gives back; each knows the page that it goes back to.
@Component
final class BegunLogins
        implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    /// Of one browser at a time; the oldest is forgotten first.
    private static final int MOST = 8;

    private static final String ATTRIBUTE = BegunLogins.class.getName();

    private record Begun(OAuth2AuthorizationRequest request, WayBack back)
            implements Serializable {}

    @Override
    public Mono<Void> saveAuthorizationRequest(
            OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        var begun = new Begun(request, WayBack.asked(exchange.getRequest()));
        return exchange.getSession()
                .doOnNext(session -> {
                    var all = new LinkedHashMap<>(of(session));
                    all.put(String.valueOf(request.getState()), begun);
                    while (all.size() > MOST) all.pollFirstEntry();
                    session.getAttributes().put(ATTRIBUTE, all);
                })
                .then();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return found(exchange, session -> of(session).get(state(exchange)));
    }

    /// What follows in the same exchange finds its [WayBack] there.
    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return found(
                exchange,
                session -> {
                    var left = new LinkedHashMap<>(of(session));
                    var begun = left.remove(state(exchange));
                    // an answer to nothing begins no session
                    if (begun == null) return null;
                    session.getAttributes().put(ATTRIBUTE, left);
                    begun.back.keep(exchange);
                    return begun;
                });
    }

    private static Mono<OAuth2AuthorizationRequest> found(
            ServerWebExchange exchange, Function<WebSession, @Nullable Begun> one) {
        return exchange.getSession().mapNotNull(one).map(Begun::request);
    }

    private static String state(ServerWebExchange exchange) {
        return String.valueOf(
                exchange.getRequest().getQueryParams().getFirst(OAuth2ParameterNames.STATE));
    }

    @SuppressWarnings("unchecked")
    private static SequencedMap<String, Begun> of(WebSession session) {
        return (SequencedMap<String, Begun>)
                session.getAttributes().getOrDefault(ATTRIBUTE, new LinkedHashMap<>());
    }
}
