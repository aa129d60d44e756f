package de.stadtforum.documents.uploads;

import java.nio.file.Path;

/// What became of a file that somebody sent.
public sealed interface Upload {
    /// To be kept as it is here.
    ///
    /// @param name safe to show and to save under, with the extension of its kind
    /// @param content the file as it was sent; of a picture it is another file, beside that one, with what is seen and nothing else
    /// @param size in bytes
    record Accepted(FileKind kind, String name, Path content, long size) implements Upload {}

    record Refused(UploadRule rule) implements Upload {}
}
