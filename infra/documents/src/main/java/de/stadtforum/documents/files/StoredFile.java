package de.stadtforum.documents.files;

import de.stadtforum.documents.uploads.FileKind;
import java.time.Instant;
import org.bson.Document;

/// A file that is kept.
///
/// @param owner what it belongs to, as `papers/vorlage-licht`
/// @param name safe to show and to save under
/// @param size in bytes
/// @param hash SHA-256 of its bytes, in hexadecimal digits
/// @param by who sent it: an account
public record StoredFile(
        String id,
        String owner,
        String name,
        FileKind kind,
        long size,
        String hash,
        String by,
        Instant at) {
    static StoredFile of(Document document) {
        return new StoredFile(
                document.getString("_id"),
                document.getString("owner"),
                document.getString("name"),
                FileKind.valueOf(document.getString("kind")),
                document.get("size", Number.class).longValue(),
                document.getString("hash"),
                document.getString("by"),
                Instant.ofEpochMilli(document.get("at", Number.class).longValue()));
    }
}
