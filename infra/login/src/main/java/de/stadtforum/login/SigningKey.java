package de.stadtforum.login;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/// The one key that signs; its name is its thumbprint (RFC 7638), so that a new key has a new name.
final class SigningKey {
    private SigningKey() {}

    static JWKSource<SecurityContext> in(File pem) {
        try {
            var encoded = Files.readString(pem.toPath()).replaceAll("-----[A-Z ]+-----|\\s", "");
            var keys = KeyFactory.getInstance("RSA");
            var secret =
                    (RSAPrivateCrtKey)
                            keys.generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            var open =
                    (RSAPublicKey)
                            keys.generatePublic(
                                    new RSAPublicKeySpec(
                                            secret.getModulus(), secret.getPublicExponent()));
            var key = new RSAKey.Builder(open).privateKey(secret).keyIDFromThumbprint().build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        } catch (IOException
                | GeneralSecurityException
                | IllegalArgumentException
                | com.nimbusds.jose.JOSEException unreadable) {
            throw new IllegalStateException(pem + " holds no private key", unreadable);
        }
    }
}
