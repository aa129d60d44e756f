package de.stadtforum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Tokens with the claims that the login uses, signed with a key of this test run.
public final class TestTokens {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Once<KeyPair> KEY = new Once<>(TestTokens::generate);
    private static final Once<Path> PUBLIC_KEY = new Once<>(TestTokens::write);

    /// Signing takes ten times as long as checking.
    private static final Map<Asked, String> SIGNED = new ConcurrentHashMap<>();

    private record Asked(String account, @Nullable String person, List<String> roles) {}

    private TestTokens() {}

    /// A token of this account and person with roles such as `chair:vollversammlung`; it holds for an hour.
    public static String of(String account, @Nullable String person, String... roles) {
        return SIGNED.computeIfAbsent(
                new Asked(account, person, List.of(roles)),
                it ->
                        signed(
                                it.account,
                                it.person,
                                it.roles,
                                "stadtforum",
                                Instant.now().plus(Duration.ofHours(1))));
    }

    /// Ended a day ago.
    public static String expired(String account, String... roles) {
        return signed(
                account,
                null,
                List.of(roles),
                "stadtforum",
                Instant.now().minus(Duration.ofDays(1)));
    }

    /// Meant for another program.
    public static String forAnotherAudience(String account, String... roles) {
        return signed(
                account,
                null,
                List.of(roles),
                "another-program",
                Instant.now().plus(Duration.ofHours(1)));
    }

    /// The PEM file against which the services check.
    public static Path publicKey() {
        return PUBLIC_KEY.get();
    }

    private static String signed(
            String account,
            @Nullable String person,
            List<String> roles,
            String audience,
            Instant end) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", account);
        if (person != null) claims.put("person", person);
        claims.put("name", person == null ? account : person);
        claims.put("roles", roles);
        if (roles.stream().anyMatch(role -> role.startsWith("department")))
            claims.put("scope", "membership session lab reporting"); // a machine's
        claims.put("aud", List.of(audience));
        claims.put("iat", end.minus(Duration.ofHours(2)).getEpochSecond());
        claims.put("exp", end.getEpochSecond());
        var content =
                encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
                        + "."
                        + encoded(JSON.writeValueAsString(claims));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEY.get().getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path write() {
        var pem =
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(KEY.get().getPublic().getEncoded());
        try {
            return Files.writeString(
                    TestPlatform.folder().resolve("token-key.pub"),
                    "-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
