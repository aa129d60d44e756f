package de.stadtforum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class CheckedTokensTests {
    private final List<String> asked = new ArrayList<>();

    private Jwt ending(String token, Instant end) {
        asked.add(token);
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("s")
                .issuedAt(end.minus(Duration.ofHours(2)))
                .expiresAt(end)
                .build();
    }

    @Test
    void aTokenIsCheckedOnceAndAnotherForItself() {
        var tokens = new CheckedTokens(it -> ending(it, Instant.now().plusSeconds(60)));
        assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
        tokens.decode("b");
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void whatIsNotGoodIsCheckedAgain() {
        var tokens =
                new CheckedTokens(it -> {
                    asked.add(it);
                    throw new BadJwtException("forged");
                });
        for (var i = 0; i < 2; i++)
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
        assertThat(asked).containsExactly("a", "a");
    }

    /// As if it had been checked while it was good.
    @Test
    void aTokenWhoseTimeIsOverIsGoodNoLonger() {
        var tokens =
                new CheckedTokens(it -> ending(it, Instant.now().minus(Duration.ofMinutes(2))));
        assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() -> tokens.decode("a"));
    }
}
