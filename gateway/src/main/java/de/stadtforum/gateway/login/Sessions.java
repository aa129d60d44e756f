package de.stadtforum.gateway.login;

import java.time.Duration;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/// The sessions of people who log in, and whose they are, so that somebody can end all of his or hers.
interface Sessions extends WebSessionStore {
    /// Of one account at a time; the one that was not used for the longest ends first.
    int MOST = 20;

    /// So long somebody may take to log in at the provider.
    Duration BEFORE_THE_LOGIN = Duration.ofMinutes(10);

    /// A meeting with its break.
    Duration UNUSED = Duration.ofHours(3);

    /// So long nobody else renews what somebody is about to renew.
    Duration RENEWAL = Duration.ofSeconds(10);

    /// The login succeeded.
    Mono<Void> opened(OidcUser who, WebSession session);

    Mono<Void> end(WebSession session);

    Mono<Void> endAllOf(String account);

    /// The provider's word that a session has ended there, or all of an account.
    Mono<Void> endedThere(OidcLogoutToken told);

    /// Takes over what other requests of the same session have saved meanwhile.
    Mono<Void> refresh(WebSession session);

    /// Whether this request renews the session's token: of those that would at the same time it is one. What it saves ends its turn.
    Mono<Boolean> mayRenew(WebSession session);
}
