package de.stadtforum.reporting.figures;

import de.stadtforum.contracts.FactMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/// Figures as canonical JSON (RFC 8785), and the hash over it.
///
/// @param hash SHA-256 of the JSON in UTF-8, in hex
public record Proof(String json, String hash) {
    public static Proof of(Figures figures) {
        try {
            var json =
                    new JsonCanonicalizer(FactMapper.create().writeValueAsString(figures))
                            .getEncodedString();
            return new Proof(json, sha256(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// In hex.
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
