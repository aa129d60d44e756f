package de.stadtforum.lab.contributions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What a sender keeps: a key that was made with the form and is stored nowhere. Whoever has it follows the contribution and takes it back;
/// the contribution's own address, which is public once it is published, is made from the key and does not lead back to it.
///
/// @param key as hard to guess as a random UUID
record Receipt(String key) {
    private static final int DIGITS = 32;

    /// The id of the contribution that was sent with this key.
    String contribution() {
        return "b-" + digest(key);
    }

    /// Other words sent with the same form are a second contribution, and the same words the same one, however often they are sent.
    Receipt of(String text, @Nullable String location) {
        return new Receipt("k-" + digest(key + "\n" + text + "\n" + location));
    }

    private static String digest(String secret) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
