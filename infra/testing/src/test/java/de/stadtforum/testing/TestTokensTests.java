package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TestTokensTests {
    @Test
    void carriesItsClaimsAndHoldsAgainstThePublicKeyFile() throws Exception {
        var parts =
                TestTokens.of("ada", "person-1", "chair:vollversammlung", "operator").split("\\.");

        var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("sub").stringValue()).isEqualTo("ada");
        assertThat(claims.path("person").stringValue()).isEqualTo("person-1");
        assertThat(claims.path("roles").toString())
                .isEqualTo("[\"chair:vollversammlung\",\"operator\"]");
        assertThat(claims.path("aud").toString()).isEqualTo("[\"stadtforum\"]");
        assertThat(claims.path("exp").longValue()).isGreaterThan(claims.path("iat").longValue());

        var pem = Files.readString(TestTokens.publicKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }
}
