package de.stadtforum.gateway.cache;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long an answer may be kept for everybody, as its service says in `Cache-Control` (RFC 9111, RFC 5861): who says nothing, or anything against it, is not kept.
///
/// @param fresh seconds in which it is given without asking
/// @param onError seconds in which it may stand in when the service is away
record Lifetime(long fresh, long onError) {
    static final Lifetime NONE = new Lifetime(0, 0);

    private static final Pattern DIRECTIVE =
            Pattern.compile(
                    "\\s*([^\\s=,\"]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s,\"]*)))?\\s*(?:,|$)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /// @param cacheControl the header's lines; a line that cannot be read forbids
    static Lifetime of(List<String> cacheControl) {
        long shared = -1;
        long own = -1;
        long onError = 0;
        for (var line : cacheControl) {
            var directives = DIRECTIVE.matcher(line);
            var read = 0;
            while (read < line.length() && directives.find(read) && directives.start() == read) {
                read = directives.end();
                var value = directives.group(2) == null ? directives.group(3) : directives.group(2);
                switch (directives.group(1).toLowerCase(Locale.ROOT)) {
                    case "no-store", "private", "no-cache" -> {
                        return NONE; // also where they name single headers
                    }
                    case "s-maxage" -> shared = least(shared, seconds(value));
                    case "max-age" -> own = least(own, seconds(value));
                    case "stale-if-error" -> onError = seconds(value);
                    default -> {} // says nothing about keeping
                }
            }
            if (read < line.length()) return NONE;
        }
        return new Lifetime(Math.max(0, shared >= 0 ? shared : own), onError);
    }

    boolean none() {
        return fresh == 0 && onError == 0;
    }

    private static long least(long before, long now) {
        return before < 0 ? now : Math.min(before, now);
    }

    private static long seconds(@Nullable String value) {
        return value != null && SECONDS.matcher(value).matches() ? Long.parseLong(value) : 0;
    }
}
