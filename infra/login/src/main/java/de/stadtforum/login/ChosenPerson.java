package de.stadtforum.login;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/// Whoever reaches this machine's own address may be anybody of the directory: its people are invented, and no password protects them.
final class ChosenPerson implements AuthenticationProvider {
    private final Supplier<Directory> directory;

    ChosenPerson(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication chosen) {
        var account =
                directory
                        .get()
                        .account(chosen.getName())
                        .orElseThrow(() -> new BadCredentialsException("nobody of the directory"));
        return UsernamePasswordAuthenticationToken.authenticated(
                account.account(),
                null,
                List.of(FactorGrantedAuthority.fromAuthority("FACTOR_CHOICE"))); // says when
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return authentication == UsernamePasswordAuthenticationToken.class;
    }
}
