package de.stadtforum.login;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The programs of the directory: the gateway with code and PKCE, machines with their own credentials.
final class Clients implements RegisteredClientRepository {
    private static final Duration LOGIN = Duration.ofHours(12);
    private final Supplier<Directory> directory;
    private final Duration access;

    Clients(Supplier<Directory> directory, Duration access) {
        this.directory = directory;
        this.access = access;
    }

    /// Called to keep a secret under a better encoding; here the directory's file keeps them, for its owner's eyes alone.
    @Override
    public void save(RegisteredClient client) {}

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        var all = directory.get();
        if (all.site().id().equals(id)) return gateway(all.site());
        return all.machine(id).map(this::machine).orElse(null);
    }

    private RegisteredClient gateway(Directory.Site site) {
        return client(site.id(), site.secret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(all -> all.addAll(site.redirects()))
                .postLogoutRedirectUris(all -> all.addAll(site.afterLogout()))
                .scope(OidcScopes.OPENID)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(access)
                                .refreshTokenTimeToLive(LOGIN)
                                .build())
                .build();
    }

    private RegisteredClient machine(Directory.Machine machine) {
        return client(machine.id(), machine.secret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(machine.services()))
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(access).build())
                .build();
    }

    private static RegisteredClient.Builder client(String id, String secret) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret("{noop}" + secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }
}
