package de.stadtforum.gateway.edge;

import de.stadtforum.gateway.paths.KnownPaths;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A body ends: after so many bytes, whether it says its length or not, and as a whole after so long, however busily it drips.
@Component
class Bodies {
    private static final long LONGEST = 256 * 1024;

    /// A file of 10 MB and what a form adds to it.
    private static final long LONGEST_FILE = (10 * 1024 + 64) * 1024;

    private final KnownPaths paths;
    private final Saying saying;
    private final Duration within;
    private final Duration fileWithin;

    Bodies(
            KnownPaths paths,
            Saying saying,
            @Value("${stadtforum.limits.body:20s}") Duration within,
            @Value("${stadtforum.limits.file:5m}") Duration fileWithin) {
        this.paths = paths;
        this.saying = saying;
        this.within = within;
        this.fileWithin = fileWithin;
    }

    /// @param file whether the body may bring one
    static long longest(boolean file) {
        return file ? LONGEST_FILE : LONGEST;
    }

    static Refusal tooLarge(boolean file) {
        return file ? Refusal.FILE_TOO_LARGE : Refusal.TOO_LARGE;
    }

    /// Whether this request may bring a file: more bytes than elsewhere, and more time for them, since a phone's line may be slow.
    boolean bringsFile(ServerHttpRequest request) {
        var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && paths.takesFiles(request.getPath().pathWithinApplication());
    }

    Mono<Void> limited(
            ServerWebExchange exchange, ServerHttpRequest request, WebFilterChain chain) {
        var length = request.getHeaders().getContentLength();
        var chunked = request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
        if (length <= 0 && !chunked)
            return chain.filter(exchange.mutate().request(request).build());
        return chain.filter(exchange.mutate().request(limited(exchange, request)).build())
                .onErrorResume(
                        Endless.class,
                        failure -> {
                            if (exchange.getResponse().isCommitted()) return Mono.error(failure);
                            // the rest of the body is waited for by nobody
                            exchange.getResponse()
                                    .getHeaders()
                                    .set(HttpHeaders.CONNECTION, "close");
                            return saying.refuse(exchange, failure.why);
                        });
    }

    private Limited limited(ServerWebExchange exchange, ServerHttpRequest request) {
        var file = bringsFile(request);
        return new Limited(exchange, request, file, file ? fileWithin : within);
    }

    private static final class Endless extends ResponseStatusException {
        private static final long serialVersionUID = 1L;
        private final Refusal why;

        Endless(Refusal why) {
            super(why.status);
            this.why = why;
        }
    }

    private static final class Limited extends ServerHttpRequestDecorator {
        private final ServerWebExchange exchange;
        private final boolean form;
        private final boolean file;
        private final Duration within;

        Limited(
                ServerWebExchange exchange,
                ServerHttpRequest request,
                boolean file,
                Duration within) {
            super(request);
            this.exchange = exchange;
            this.file = file;
            this.form = Typed.isAForm(request);
            this.within = within;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var read = new AtomicLong();
            return super.getBody()
                    .doOnNext(part -> {
                        if (read.addAndGet(part.readableByteCount()) > longest(file))
                            throw new Endless(tooLarge(file));
                        if (form) Typed.keep(exchange, part);
                    })
                    .takeUntilOther(
                            Mono.delay(within)
                                    .flatMap(_ -> Mono.error(new Endless(Refusal.TOO_SLOW))));
        }
    }
}
