package de.stadtforum.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/// The token of a session, renewed when it is about to end: once, however many tabs, at however many gateways, need it at the same time. A provider
/// may take a renewal with a token that was renewed already for a theft, and end the login.
@Component
class SessionTokens {
    /// As the library has it.
    private static final Duration ABOUT_TO_END = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReactiveOAuth2AuthorizedClientManager renewal;
    private final ServerOAuth2AuthorizedClientRepository tokens;
    private final Sessions sessions;
    private final Clock clock = Clock.systemUTC();

    SessionTokens(
            ReactiveOAuth2AuthorizedClientManager renewal,
            ServerOAuth2AuthorizedClientRepository tokens,
            Sessions sessions) {
        this.renewal = renewal;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /// @return nothing where there is none, or the provider has taken the login back: then the session has ended
    Mono<String> token(ServerWebExchange exchange, OAuth2AuthenticationToken who) {
        return held(exchange, who)
                .flatMap(held ->
                        endsWithin(ABOUT_TO_END, held)
                                ? exchange.getSession()
                                        .flatMap(session -> renewed(exchange, who, session, held))
                                : Mono.just(held))
                .map(client -> client.getAccessToken().getTokenValue());
    }

    private Mono<OAuth2AuthorizedClient> held(
            ServerWebExchange exchange, OAuth2AuthenticationToken who) {
        return tokens.loadAuthorizedClient(Provider.ID, who, exchange);
    }

    private boolean endsWithin(Duration time, OAuth2AuthorizedClient held) {
        var end = held.getAccessToken().getExpiresAt();
        return end != null && end.isBefore(Instant.now(clock).plus(time));
    }

    private Mono<OAuth2AuthorizedClient> renewed(
            ServerWebExchange exchange,
            OAuth2AuthenticationToken who,
            WebSession session,
            OAuth2AuthorizedClient held) {
        return sessions.mayRenew(session)
                .flatMap(mine -> {
                    if (mine) return renew(exchange, who, session);
                    if (!endsWithin(Duration.ZERO, held)) return Mono.just(held);
                    return renewedByAnother(exchange, who, session);
                })
                // the provider or the database is away: what is there holds until it ends
                .onErrorResume(_ -> Mono.just(held));
    }

    private Mono<OAuth2AuthorizedClient> renew(
            ServerWebExchange exchange, OAuth2AuthenticationToken who, WebSession session) {
        var request =
                OAuth2AuthorizeRequest.withClientRegistrationId(Provider.ID)
                        .principal(who)
                        .attribute(ServerWebExchange.class.getName(), exchange)
                        .build();
        return sessions.refresh(session)
                .then(
                        Mono.defer(() ->
                                session.isExpired() ? Mono.empty() : renewal.authorize(request)))
                // the others wait for it
                .flatMap(renewed -> session.save().thenReturn(renewed))
                .onErrorResume(
                        ClientAuthorizationException.class,
                        _ -> sessions.end(session).then(Mono.empty()));
    }

    private Mono<OAuth2AuthorizedClient> renewedByAnother(
            ServerWebExchange exchange, OAuth2AuthenticationToken who, WebSession session) {
        return Mono.delay(LOOK)
                .then(sessions.refresh(session))
                .then(Mono.defer(() -> held(exchange, who)))
                .filter(held -> !endsWithin(Duration.ZERO, held))
                .repeatWhenEmpty((int) PATIENCE.dividedBy(LOOK), looks -> looks)
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty());
    }
}
