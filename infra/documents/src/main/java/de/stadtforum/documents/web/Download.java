package de.stadtforum.documents.web;

import de.stadtforum.documents.files.StoredFile;
import de.stadtforum.documents.files.StoredFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// A kept file as an answer: streamed, with its own name in any script (RFC 6266, `filename*`), whole or in the ranges that were asked for
/// (RFC 9110, 14); saved and never shown within the site, so that nothing in it runs there.
public final class Download {
    private Download() {}

    public static ResponseEntity<Resource> of(StoredFiles files, StoredFile file) {
        var asked = asked();
        var kept = new Kept(files, file);
        if (asked.getFirst(HttpHeaders.RANGE) != null && !isSatisfiable(asked, kept))
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
                    .build();
        // the part belongs to another file than the one that is kept: all of it
        var other = asked.getFirst(HttpHeaders.IF_RANGE);
        var whole = other != null && !other.equals(tag(file));
        return whole
                ? ok(file).contentLength(file.size())
                        .body(new InputStreamResource(files.open(file)))
                : ok(file).body(kept);
    }

    private static HttpHeaders asked() {
        var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return new ServletServerHttpRequest(request.getRequest()).getHeaders();
    }

    private static boolean isSatisfiable(HttpHeaders asked, Resource kept) {
        try {
            return !HttpRange.toResourceRegions(asked.getRange(), kept).isEmpty();
        } catch (IllegalArgumentException notSatisfiable) {
            return false;
        }
    }

    private static String tag(StoredFile file) {
        return '"' + file.hash() + '"';
    }

    private static ResponseEntity.BodyBuilder ok(StoredFile file) {
        var named =
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .header("Content-Security-Policy", "sandbox")
                .eTag(tag(file))
                .lastModified(file.at())
                .cacheControl(CacheControl.noCache().cachePrivate());
    }

    private static final class Kept extends AbstractResource {
        private final StoredFiles files;
        private final StoredFile file;

        Kept(StoredFiles files, StoredFile file) {
            this.files = files;
            this.file = file;
        }

        @Override
        public String getDescription() {
            return file.id();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public long contentLength() {
            return file.size();
        }

        @Override
        public long lastModified() {
            return file.at().toEpochMilli();
        }

        @Override
        public InputStream getInputStream() {
            return files.open(file);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Kept kept && kept.file.equals(file);
        }

        @Override
        public int hashCode() {
            return file.hashCode();
        }
    }
}
