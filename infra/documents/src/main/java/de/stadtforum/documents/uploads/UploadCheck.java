package de.stadtforum.documents.uploads;

import de.stadtforum.documents.uploads.Upload.Accepted;
import de.stadtforum.documents.uploads.Upload.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.tika.Tika;

/// Says what a file is that somebody sent, and whether it may be kept.
///
/// @param kinds that the form takes
/// @param mostBytes that it may have
public record UploadCheck(Set<FileKind> kinds, long mostBytes) {
    /// Where nothing else is said.
    public static final long TEN_MEGABYTES = 10L * 1024 * 1024;

    private static final Tika BY_CONTENT = new Tika();
    private static final Set<String> ARCHIVES =
            Set.of(
                    "application/gzip",
                    "application/x-7z-compressed",
                    "application/x-bzip2",
                    "application/x-gtar",
                    "application/x-rar-compressed",
                    "application/x-tar",
                    "application/x-xz",
                    "application/zstd");

    /// @param file as it was sent, whole; an accepted picture is written beside it
    /// @param name as it was sent
    /// @throws IOException where this machine cannot read or write; never for what the file is
    public Upload check(Path file, String name) throws IOException {
        var size = Files.size(file);
        if (size == 0) return new Refused(UploadRule.EMPTY);
        if (size > mostBytes) return new Refused(UploadRule.TOO_LARGE);
        var type = type(file);
        if (ARCHIVES.contains(type)) return new Refused(UploadRule.ARCHIVE);
        return switch (type) {
            case "application/zip", "application/x-tika-ooxml" -> office(file, name, size);
            case "application/x-tika-msoffice" -> new Refused(UploadRule.OLD_OFFICE);
            case "image/heic", "image/heif", "image/avif", "image/heic-sequence" ->
                    new Refused(UploadRule.PHONE_FORMAT);
            case "application/pdf" -> accepted(FileKind.PDF, name, file);
            case "image/jpeg" -> picture(FileKind.JPEG, name, file);
            case "image/png" -> picture(FileKind.PNG, name, file);
            case "image/webp" -> picture(FileKind.WEBP, name, file);
            case "text/plain" -> text(file, name);
            default -> new Refused(UploadRule.WRONG_KIND);
        };
    }

    /// By its bytes alone.
    private static String type(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return BY_CONTENT.detect(in);
        }
    }

    private Upload office(Path file, String name, long size) throws IOException {
        OfficePackage found;
        try {
            found = OfficePackage.of(file, size);
        } catch (IOException damaged) {
            return new Refused(UploadRule.BROKEN);
        }
        if (found.refused() != null) return new Refused(found.refused());
        return accepted(Objects.requireNonNull(found.kind()), name, file);
    }

    private Upload accepted(FileKind kind, String name, Path content) throws IOException {
        return kinds.contains(kind)
                ? new Accepted(kind, FileName.safe(name, kind), content, Files.size(content))
                : new Refused(UploadRule.WRONG_KIND);
    }

    private Upload picture(FileKind kind, String name, Path file) throws IOException {
        if (!kinds.contains(kind)) return new Refused(UploadRule.WRONG_KIND);
        var seen = Files.createTempFile(file.toAbsolutePath().getParent(), "seen", null);
        try {
            var written = Picture.writeSeen(file, kind, seen);
            return new Accepted(written, FileName.safe(name, written), seen, Files.size(seen));
        } catch (Picture.TooManyPixels tooMany) {
            Files.delete(seen);
            return new Refused(UploadRule.TOO_MANY_PIXELS);
        } catch (IOException damaged) {
            Files.delete(seen);
            return new Refused(UploadRule.BROKEN);
        }
    }

    /// A table of values is told from other text by its name alone.
    private Upload text(Path file, String name) throws IOException {
        var table = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return accepted(table ? FileKind.CSV : FileKind.TEXT, name, file);
    }
}
