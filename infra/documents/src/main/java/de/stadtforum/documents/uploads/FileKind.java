package de.stadtforum.documents.uploads;

/// A kind of file that may be sent, where a form takes it.
public enum FileKind {
    PDF("application/pdf", "pdf", "PDF"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", "Word"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "Excel"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "pptx",
            "PowerPoint"),
    CSV("text/csv", "csv", "CSV"),
    TEXT("text/plain", "txt", "Text"),
    JPEG("image/jpeg", "jpg", "JPEG"),
    PNG("image/png", "png", "PNG"),
    WEBP("image/webp", "webp", "WebP");

    /// As people name it.
    public final String word;

    /// As it is sent with a download.
    public final String mediaType;

    /// Without the dot.
    public final String extension;

    FileKind(String mediaType, String extension, String word) {
        this.word = word;
        this.mediaType = mediaType;
        this.extension = extension;
    }
}
