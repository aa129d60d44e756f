package de.stadtforum.gateway.edge;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What no request may bring in: somebody else's identity or time, tricks in the path, a form of another site, a body without end.
@Component
class EdgeRules implements WebFilter, Ordered {
    static final String TIME = "X-Stadtforum-Time";

    /// Attribute of the exchange: the path that the caller asked for.
    static final String ASKED = "stadtforum.asked";

    static final String REQUEST_ID = "X-Request-Id";
    private static final long LONGEST_BODY = 256 * 1024;
    private static final Pattern TRICK =
            Pattern.compile(
                    "//|;|\\\\|%2f|%5c|%2e|%00|(^|/)\\.\\.?(/|$)", Pattern.CASE_INSENSITIVE);
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final List<String> INTERNAL =
            List.of(
                    "X-Forwarded-User",
                    "X-Remote-User",
                    "X-Auth-Request-User",
                    "X-User",
                    "Forwarded");
    private final Saying saying;
    private final boolean demo;

    EdgeRules(Saying saying, Environment environment) {
        this.saying = saying;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        exchange.getAttributes().put(ASKED, request.getPath().value());
        if (TRICK.matcher(request.getURI().getRawPath()).find())
            return saying.refuse(
                    exchange,
                    HttpStatus.BAD_REQUEST,
                    "Diese Adresse gibt es nicht",
                    "Die Adresse enthält Zeichen, die hier nicht vorgesehen sind.");
        if (!SAFE.contains(request.getMethod()) && fromElsewhere(request))
            return saying.refuse(
                    exchange,
                    HttpStatus.FORBIDDEN,
                    "Diese Eingabe kam von einer anderen Seite",
                    "Bitte rufen Sie das Formular noch einmal im Stadtforum auf.");
        if (request.getHeaders().getContentLength() > LONGEST_BODY)
            return saying.tooLarge(exchange);
        var id = request.getHeaders().getFirst(REQUEST_ID);
        var known =
                id != null && id.matches("[A-Za-z0-9-]{8,64}") ? id : UUID.randomUUID().toString();
        var clean =
                request.mutate()
                        .headers(headers -> {
                            INTERNAL.forEach(headers::remove);
                            if (!demo || !loopback(request)) headers.remove(TIME);
                            headers.set(REQUEST_ID, known);
                        })
                        .build();
        exchange.getResponse().getHeaders().set(REQUEST_ID, known);
        return chain.filter(exchange.mutate().request(new Counted(clean)).build())
                .onErrorResume(TooLarge.class, _ -> saying.tooLarge(exchange));
    }

    /// By what the browser says of itself; programs say nothing and bring a token instead of a cookie.
    private static boolean fromElsewhere(ServerHttpRequest request) {
        var site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site != null) return !site.equals("same-origin") && !site.equals("none");
        var origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        if (origin == null) return false;
        var host =
                String.valueOf(request.getHeaders().getFirst(HttpHeaders.HOST))
                        .toLowerCase(Locale.ROOT);
        return !origin.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").equals(host);
    }

    private static boolean loopback(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        InetAddress address = peer == null ? null : peer.getAddress();
        return address != null && address.isLoopbackAddress();
    }

    private static final class TooLarge extends ResponseStatusException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(HttpStatus.CONTENT_TOO_LARGE);
        }
    }

    /// A body that does not say its length is counted.
    private static final class Counted extends ServerHttpRequestDecorator {
        Counted(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            if (getHeaders().getContentLength() >= 0) return super.getBody();
            var read = new AtomicLong();
            return super.getBody()
                    .doOnNext(part -> {
                        if (read.addAndGet(part.readableByteCount()) > LONGEST_BODY)
                            throw new TooLarge();
                    });
        }
    }
}
