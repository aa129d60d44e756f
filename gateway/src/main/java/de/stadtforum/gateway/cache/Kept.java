package de.stadtforum.gateway.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// One answer as every resident gets it: its headers and its two forms, plain and packed, made once.
///
/// @param tag for both forms; the packed one adds `-gzip`
/// @param at when the service was asked, on the clock of [System#nanoTime]
/// @param fresh nanoseconds in which it is given to everybody
/// @param onError nanoseconds in which it may stand in for a service that is away
/// @param each whether each visitor gets something of their own, so that it stands in at most, and without its forms
/// @param asked when its service was asked, among the commands that it takes
/// @param shows of what it shows something: only commands that change one of these make it old, beside those that do not say
record Kept(
        HttpHeaders plainHeaders,
        @Nullable HttpHeaders packedHeaders,
        byte[] plain,
        byte @Nullable [] packed,
        String tag,
        long at,
        long fresh,
        long onError,
        boolean each,
        Commands.Moment asked,
        Set<String> shows) {
    private static final Set<String> ONE_WAY =
            Set.of(
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "trailer",
                    "upgrade",
                    "content-length",
                    "content-encoding",
                    "etag",
                    "age",
                    "pragma",
                    "expires",
                    "vary",
                    "accept-ranges",
                    "last-modified",
                    "server",
                    "x-request-id",
                    Commands.SHOWS.toLowerCase(Locale.ROOT));
    private static final int WORTH_PACKING = 1_024;
    private static final Pattern PACKABLE =
            Pattern.compile("(text/.*|application/(json|.*\\+json|javascript)|image/svg\\+xml).*");
    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*\\bmethod\\s*=\\s*[\"']?post", Pattern.CASE_INSENSITIVE);
    private static final AsciiString PACKED = AsciiString.cached("gzip");

    static Kept of(
            Map<String, List<String>> headers,
            byte[] body,
            long at,
            Lifetime lifetime,
            CacheLimits limits,
            Commands.Moment asked) {
        var tag = tag(body);
        var common = new DefaultHttpHeaders();
        headers.forEach((name, values) -> {
            if (!ONE_WAY.contains(name.toLowerCase(Locale.ROOT)))
                common.add(
                        AsciiString.cached(name.toLowerCase(Locale.ROOT)),
                        values.stream().map(AsciiString::cached).toList());
        });
        var type = String.valueOf(common.get(HttpHeaderNames.CONTENT_TYPE));
        var packed =
                body.length >= WORTH_PACKING && PACKABLE.matcher(type).matches()
                        ? packed(body)
                        : null;
        common.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        var each =
                type.startsWith("text/html")
                        && FORM.matcher(new String(body, StandardCharsets.ISO_8859_1)).find();
        return new Kept(
                form(common, tag, body.length),
                packed == null
                        ? null
                        : form(common, tag + "-gzip", packed.length)
                                .set(HttpHeaderNames.CONTENT_ENCODING, PACKED),
                body,
                packed,
                tag,
                at,
                shorter(lifetime.fresh(), limits.longest().toNanos()),
                shorter(lifetime.onError(), limits.lastGood().toNanos()),
                each,
                asked,
                ResponseCache.words(shows(headers)));
    }

    private static @Nullable List<String> shows(Map<String, List<String>> headers) {
        for (var each : headers.entrySet())
            if (each.getKey().equalsIgnoreCase(Commands.SHOWS)) return each.getValue();
        return null;
    }

    private static long shorter(long seconds, long nanos) {
        return Math.min(TimeUnit.SECONDS.toNanos(seconds), nanos);
    }

    private static HttpHeaders form(HttpHeaders common, String tag, int length) {
        return common.copy()
                .set(HttpHeaderNames.ETAG, AsciiString.cached('"' + tag + '"'))
                .set(HttpHeaderNames.CONTENT_LENGTH, AsciiString.cached(String.valueOf(length)));
    }

    boolean forEverybody(long now) {
        return !each && now - at < fresh && asked.nothingSinceAbout(shows);
    }

    boolean standsIn(long now) {
        return now - at < onError;
    }

    boolean packedFor(@Nullable String acceptEncoding) {
        return packed != null
                && acceptEncoding != null
                && acceptEncoding.contains("gzip")
                && !acceptEncoding.contains("gzip;q=0");
    }

    HttpHeaders headers(boolean inPackedForm) {
        return inPackedForm && packedHeaders != null ? packedHeaders : plainHeaders;
    }

    ByteBuf body(boolean inPackedForm) {
        return Unpooled.wrappedBuffer(inPackedForm && packed != null ? packed : plain);
    }

    /// Whether the caller has it already (`If-None-Match`, RFC 9110 section 13.1.2).
    boolean known(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.contains('"' + tag) || ifNoneMatch.trim().equals("*"));
    }

    /// Seconds.
    long age(long now) {
        return TimeUnit.NANOSECONDS.toSeconds(now - at);
    }

    int weight() {
        return 2_000 + plain.length + (packed == null ? 0 : packed.length);
    }

    private static String tag(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] packed(byte[] body) {
        var packed = new ByteArrayOutputStream(body.length / 3);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
