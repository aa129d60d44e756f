package de.stadtforum.documents.web;

import de.stadtforum.documents.files.StoredFile;
import de.stadtforum.documents.files.StoredFiles;
import de.stadtforum.documents.uploads.Upload;
import de.stadtforum.documents.uploads.UploadCheck;
import de.stadtforum.documents.uploads.UploadRule;
import de.stadtforum.documents.uploads.VirusScanner;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/// Takes the files that forms and programs send: looked at in a folder of their own, kept when nothing speaks against it, and gone from the
/// folder either way.
public final class ReceivedFiles {
    private final StoredFiles files;
    private final Optional<VirusScanner> scanner;
    private final long most;
    private final MessageSource words;

    /// @param most bytes that all files of the service may have together
    ReceivedFiles(
            StoredFiles files, Optional<VirusScanner> scanner, long most, MessageSource words) {
        this.files = files;
        this.scanner = scanner;
        this.most = most;
        this.words = words;
    }

    /// @param field of the form
    /// @param sent null or empty where nothing was chosen
    /// @param owner what it shall belong to, as `papers/vorlage-licht`
    /// @throws BadInput says which rule refuses it
    public StoredFile keep(
            String field, @Nullable MultipartFile sent, UploadCheck check, String owner, Actor by) {
        if (sent == null || sent.isEmpty()) throw refused(field, UploadRule.EMPTY, check);
        if (sent.getSize() > check.mostBytes()) throw refused(field, UploadRule.TOO_LARGE, check);
        if (!files.takesMore(owner)) throw refused(field, UploadRule.TOO_MANY, check);
        if (files.used() + sent.getSize() > most) throw refused(field, UploadRule.NO_ROOM, check);
        try {
            var folder = Files.createTempDirectory("stadtforum-upload");
            try {
                return keep(field, sent, check, owner, by, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private StoredFile keep(
            String field,
            MultipartFile sent,
            UploadCheck check,
            String owner,
            Actor by,
            Path folder)
            throws IOException {
        var file = folder.resolve("sent");
        sent.transferTo(file);
        if (scanner.isPresent()) scan(field, scanner.get(), file, check);
        var name = sent.getOriginalFilename();
        return switch (check.check(file, name == null ? "" : name)) {
            case Upload.Accepted accepted -> files.keep(owner, accepted, by.account());
            case Upload.Refused(var rule) -> throw refused(field, rule, check);
        };
    }

    private void scan(String field, VirusScanner asked, Path file, UploadCheck check) {
        boolean harmless;
        try {
            harmless = asked.isHarmless(file);
        } catch (IOException away) {
            throw refused(field, UploadRule.NOT_SCANNED, check);
        }
        if (!harmless) throw refused(field, UploadRule.VIRUS, check);
    }

    private BadInput refused(String field, UploadRule rule, UploadCheck check) {
        var kinds =
                String.join(", ", check.kinds().stream().sorted().map(each -> each.word).toList());
        var megabytes = check.mostBytes() / (1024 * 1024);
        return new BadInput(
                field,
                words.getMessage(
                        "upload." + rule,
                        new Object[] {megabytes, kinds},
                        LocaleContextHolder.getLocale()));
    }
}
