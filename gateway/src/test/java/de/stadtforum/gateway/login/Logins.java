package de.stadtforum.gateway.login;

import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/// People who have logged in.
final class Logins {
    static final String PROVIDER = "https://login.invalid";

    private Logins() {}

    /// @param there the session at the provider
    static OidcUser of(String account, String there) {
        var token =
                OidcIdToken.withTokenValue("token")
                        .issuer(PROVIDER)
                        .subject(account)
                        .audience(List.of("gateway"))
                        .claim("sid", there)
                        .issuedAt(Instant.EPOCH)
                        .expiresAt(Instant.EPOCH.plusSeconds(60))
                        .build();
        return new DefaultOidcUser(List.of(new OidcUserAuthority(token)), token);
    }
}
