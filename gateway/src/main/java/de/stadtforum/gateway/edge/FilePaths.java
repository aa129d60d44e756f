package de.stadtforum.gateway.edge;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Where files go in and out, below what they belong to: more bytes than elsewhere, and more time for them, since a phone's line may be slow.
public final class FilePaths {
    /// By service.
    public static final List<String> OF_SESSION =
            List.of("/vorlagen/*/dateien/**", "/api/session/papers/*/files/**");

    /// A file of 10 MB and what a form adds to it.
    static final long LONGEST = (10 * 1024 + 64) * 1024;

    private static final List<PathPattern> ALL =
            OF_SESSION.stream().map(PathPatternParser.defaultInstance::parse).toList();

    private FilePaths() {}

    /// Whether this request may bring a file.
    static boolean bringsFile(ServerHttpRequest request) {
        var type = request.getHeaders().getFirst("Content-Type");
        return type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && ALL.stream()
                        .anyMatch(each -> each.matches(request.getPath().pathWithinApplication()));
    }
}
