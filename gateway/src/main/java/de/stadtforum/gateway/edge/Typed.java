package de.stadtforum.gateway.edge;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What somebody typed into a form whose service is away: given back with the answer, and forgotten with the request.
final class Typed {
    private static final String ATTRIBUTE = Typed.class.getName();
    private static final int WORTH_KEEPING = 20;

    private Typed() {}

    /// Whether a body is to be kept as it is read.
    static boolean isAForm(ServerHttpRequest request) {
        var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    static void keep(ServerWebExchange exchange, DataBuffer part) {
        var bytes = new byte[part.readableByteCount()];
        part.toByteBuffer().get(bytes);
        kept(exchange).writeBytes(bytes);
    }

    private static ByteArrayOutputStream kept(ServerWebExchange exchange) {
        return (ByteArrayOutputStream)
                exchange.getAttributes()
                        .computeIfAbsent(ATTRIBUTE, _ -> new ByteArrayOutputStream());
    }

    /// The longer texts of the form. Where the service took no part of it, it is read now.
    static Mono<List<String>> of(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!isAForm(request)) return Mono.just(List.of());
        var read =
                kept(exchange).size() > 0
                        ? Mono.<Void>empty()
                        : request.getBody()
                                .doOnNext(DataBufferUtils.releaseConsumer())
                                .then()
                                .onErrorComplete();
        return read.then(
                Mono.fromSupplier(() -> texts(kept(exchange).toString(StandardCharsets.UTF_8))));
    }

    private static List<String> texts(String form) {
        var texts = new ArrayList<String>();
        for (var field : form.split("&")) {
            var value = decoded(field.substring(field.indexOf('=') + 1));
            if (value.length() >= WORTH_KEEPING && value.contains(" ")) texts.add(value);
        }
        return texts;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // broken off in the middle of a sign
            return "";
        }
    }
}
