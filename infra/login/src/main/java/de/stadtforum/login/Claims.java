package de.stadtforum.login;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/// What the services read from an access token; roles are looked up each time, so that a token that is renewed has today's.
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private static final String AUDIENCE = "stadtforum";
    private final Supplier<Directory> directory;

    Claims(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public void customize(JwtEncodingContext token) {
        var machine =
                AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType());
        if (machine) ofMachine(token);
        else ofPerson(token);
    }

    private void ofMachine(JwtEncodingContext token) {
        directory
                .get()
                .machine(token.getRegisteredClient().getClientId())
                .ifPresent(machine ->
                        token.getClaims()
                                .audience(List.of(AUDIENCE))
                                .claim("name", machine.label())
                                .claim("roles", machine.roles()));
    }

    private void ofPerson(JwtEncodingContext token) {
        var principal = token.getPrincipal();
        if (principal == null) return;
        var account = directory.get().account(principal.getName());
        account.ifPresent(known -> token.getClaims().claim("name", known.label()));
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) return;
        token.getClaims().audience(List.of(AUDIENCE));
        account.ifPresent(known -> {
            token.getClaims().claim("roles", known.roles());
            if (known.person() != null) token.getClaims().claim("person", known.person());
        });
    }
}
