package de.stadtforum.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/// Checks the signature of a token once a minute and not with each request, which takes as long as a command's own work. That its time has
/// come and is not over is checked each time. A key that the login withdraws is good for a minute longer at most.
final class CheckedTokens implements JwtDecoder {
    static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final JwtTimestampValidator times = new JwtTimestampValidator();
    private final Cache<String, Jwt> checked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    CheckedTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        // what fails is asked for again: nothing of it is kept
        var jwt = checked.get(token, decoder::decode);
        var wrong = times.validate(jwt);
        if (!wrong.hasErrors()) return jwt;
        checked.invalidate(token);
        throw new JwtValidationException("its time is over", wrong.getErrors());
    }
}
