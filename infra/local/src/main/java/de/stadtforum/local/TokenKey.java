package de.stadtforum.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The key that signs the demo's tokens: made once, kept with the data; services know its public half as a PEM file.
///
/// @param secret the file of the private half
record TokenKey(PrivateKey key, Path secret, Path publicKey) {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    static TokenKey in(Path data) throws IOException {
        Files.createDirectories(data);
        var file = data.resolve("token-key.pem");
        var publicKey = data.resolve("token-key.pub");
        try {
            if (!Files.exists(file) || !Files.exists(publicKey)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                var pair = generator.generateKeyPair();
                Files.writeString(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
                writeSecret(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            }
            var encoded = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            var key =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            return new TokenKey(key, file, publicKey);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new CannotStart("cannot read " + file + ": remove it, and a new key is made.");
        }
    }

    /// A JSON Web Token with RS256.
    String sign(Map<String, ?> claims) {
        var content = encoded(Map.of("alg", "RS256")) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Only its owner may read it, from the first byte on.
    static void writeSecret(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix"))
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    private static String encoded(Map<String, ?> json) {
        return URL.encodeToString(JsonMapper.shared().writeValueAsBytes(json));
    }

    private static String pem(String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
