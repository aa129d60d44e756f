package de.stadtforum.gateway.login;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// What a session holds, so that only its cookie opens it: the key follows from the session's id, and the database knows neither. Nobody keeps or
/// changes keys, and a copy of the database logs nobody in.
///
/// AES-256-GCM, HKDF (RFC 5869) over the id.
final class SealedAttributes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /// What the login library and this gateway put into a session; nothing else is brought to life from bytes.
    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter(
                    "maxdepth=30;maxrefs=5000;maxbytes=200000;maxarray=50000;java.base/*;org.springframework.security.**;com.nimbusds.jose.**;de.stadtforum.gateway.login.*;!*");

    private SealedAttributes() {}

    static String newId() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Under which a session is kept; the id cannot be learned from it.
    static String place(String id) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(("place:" + id).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] seal(String id, Map<String, Object> attributes) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce);
            var sealed = cipher.doFinal(written(attributes));
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// @throws Unreadable where another program wrote it, or it is not this session's
    static Map<String, Object> open(String id, byte[] all) throws Unreadable {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(all, NONCE_BYTES));
            return read(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
        } catch (GeneralSecurityException
                | IOException
                | ClassNotFoundException
                | RuntimeException unreadable) {
            throw new Unreadable(unreadable);
        }
    }

    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Exception cause) {
            super(cause);
        }
    }

    private static Cipher cipher(int mode, String id, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(id), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static SecretKey key(String id) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(id.getBytes(StandardCharsets.UTF_8))
                                .thenExpand("attributes".getBytes(StandardCharsets.UTF_8), 32));
    }

    private static byte[] written(Map<String, Object> attributes) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new LinkedHashMap<>(attributes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    private static Map<String, Object> read(byte[] bytes)
            throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN);
            return (Map<String, Object>) in.readObject();
        }
    }
}
