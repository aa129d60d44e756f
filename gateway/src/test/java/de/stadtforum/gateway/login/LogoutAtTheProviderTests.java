package de.stadtforum.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.server.session.InMemoryReactiveOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/// The provider's word that a login has ended names its session there; the session here that began with it is found.
class LogoutAtTheProviderTests {
    private static final String PROVIDER = "https://login.invalid";
    private final InMemoryReactiveOidcSessionRegistry known =
            new InMemoryReactiveOidcSessionRegistry();

    @BeforeEach
    void twoLogins() {
        known.saveSessionInformation(login("here-1", "there-1")).block();
        known.saveSessionInformation(login("here-2", "there-2")).block();
    }

    @Test
    void endsTheSessionThatBeganWithThatLoginAndNoOther() {
        assertThat(ended("there-1")).containsExactly("here-1");
        assertThat(ended("there-1")).isEmpty();
        assertThat(ended("there-2")).containsExactly("here-2");
    }

    @Test
    void endsNothingOnAWordThatIsNoLogoutToken() {
        var forged = new TestingAuthenticationToken("there-1", null);
        assertThat(LoginConfiguration.ended(forged, known).collectList().block()).isEmpty();
    }

    private List<String> ended(String there) {
        var word =
                OidcLogoutToken.withTokenValue("word")
                        .issuer(PROVIDER)
                        .audience(List.of("gateway"))
                        .sessionId(there)
                        .jti(there)
                        .build();
        var told = new TestingAuthenticationToken(word, null);
        return LoginConfiguration.ended(told, known).collectList().block();
    }

    private static OidcSessionInformation login(String here, String there) {
        var token =
                OidcIdToken.withTokenValue("token")
                        .issuer(PROVIDER)
                        .subject("somebody")
                        .audience(List.of("gateway"))
                        .claim("sid", there)
                        .issuedAt(Instant.EPOCH)
                        .build();
        return new OidcSessionInformation(here, Map.of(), new DefaultOidcUser(List.of(), token));
    }
}
