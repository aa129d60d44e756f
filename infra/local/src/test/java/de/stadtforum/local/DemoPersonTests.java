package de.stadtforum.local;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DemoPersonTests {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private static final List<DemoPerson> PEOPLE = DemoPerson.of(City.shipped());

    @TempDir Path data;

    @Test
    void tokensCarryTheClaimsAndHoldAgainstThePublicKey() throws Exception {
        var key = TokenKey.in(data);
        for (var entry : DemoPerson.tokens(PEOPLE, key, NOW)) {
            var parts = ((String) entry.get("token")).split("\\.");
            var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
            assertThat(claims.path("roles").toString())
                    .isEqualTo(JsonMapper.shared().writeValueAsString(entry.get("roles")));
            assertThat(claims.path("aud").toString()).isEqualTo("[\"stadtforum\"]");
            assertThat(claims.path("iat").longValue()).isEqualTo(NOW.getEpochSecond());
            assertThat(claims.path("exp").longValue()).isGreaterThan(NOW.getEpochSecond());

            var pem = Files.readString(key.publicKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(
                    KeyFactory.getInstance("RSA")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        }
    }

    @Test
    void thereIsOneAccountForEveryRole() {
        assertThat(PEOPLE).extracting(DemoPerson::account).doesNotHaveDuplicates();
        var roles =
                PEOPLE.stream()
                        .flatMap(one -> one.roles().stream())
                        .map(role -> role.split(":")[0])
                        .collect(Collectors.toSet());
        assertThat(roles)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                "member",
                                "deputy",
                                "chair",
                                "secretariat",
                                "minute-taker",
                                "lab-team",
                                "moderator",
                                "group-guest",
                                "delegating-institution",
                                "district-council",
                                "reporter",
                                "committee",
                                "data-protection",
                                "operator",
                                "department"));
    }

    @Test
    void theKeyIsMadeOnceAndItsSecretHalfIsTheOwnersAlone() throws Exception {
        var first = TokenKey.in(data);

        assertThat(TokenKey.in(data).key()).isEqualTo(first.key());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("token-key.pem"))))
                .isEqualTo("rw-------");
    }
}
