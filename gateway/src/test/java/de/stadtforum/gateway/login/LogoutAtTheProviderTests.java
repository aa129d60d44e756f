package de.stadtforum.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.gateway.edge.EndedSessions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.web.server.WebSession;

/// The provider's word that a login has ended names its session there; the session here that began with it ends.
class LogoutAtTheProviderTests {
    private final Sessions sessions = new SessionsInMemory(new EndedSessions());

    @Test
    void endsTheSessionThatBeganWithThatLoginAndNoOther() {
        var first = opened("there-1");
        var second = opened("there-2");
        LoginConfiguration.ended(told("there-1"), sessions).block();
        assertThat(known(first)).isFalse();
        assertThat(known(second)).isTrue();
    }

    @Test
    void endsNothingOnAWordThatIsNoLogoutToken() {
        var session = opened("there-1");
        LoginConfiguration.ended(new TestingAuthenticationToken("there-1", null), sessions).block();
        assertThat(known(session)).isTrue();
    }

    private WebSession opened(String there) {
        var session = sessions.createWebSession().block();
        session.start();
        session.save().block();
        sessions.opened(Logins.of("somebody", there), session).block();
        return session;
    }

    private boolean known(WebSession session) {
        return sessions.retrieveSession(session.getId()).hasElement().block();
    }

    private static TestingAuthenticationToken told(String there) {
        return new TestingAuthenticationToken(
                OidcLogoutToken.withTokenValue("word")
                        .issuer(Logins.PROVIDER)
                        .audience(List.of("gateway"))
                        .sessionId(there)
                        .jti(there)
                        .build(),
                null);
    }
}
