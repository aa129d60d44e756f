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
    private static final String TIME = "X-Stadtforum-Time";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final long LONGEST_BODY = 256 * 1024;
    private static final Pattern TRICK =
            Pattern.compile(
                    "//|;|\\\\|%(2f|5c|2e|25|3b|7f|[01][0-9a-f])|(^|/)\\.\\.?(/|$)",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /// What proxies use to tell who somebody is, and every header of the platform's own.
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "x-forwarded-(user|email|groups|preferred-username|access-token)|(x-)?(remote|auth|authenticated|user|ssl-client|client-cert)(-.*)?|x-stadtforum-.*",
                    Pattern.CASE_INSENSITIVE);

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
        var id = idOf(request);
        exchange.getResponse().getHeaders().set(REQUEST_ID, id);
        Asked.keep(exchange);
        if (TRICK.matcher(request.getURI().getRawPath()).find())
            return saying.refuse(exchange, Refusal.ODD_ADDRESS);
        if (!SAFE.contains(request.getMethod()) && fromElsewhere(request))
            return saying.refuse(exchange, Refusal.FOREIGN_FORM);
        if (request.getHeaders().getContentLength() > LONGEST_BODY)
            return saying.refuse(exchange, Refusal.TOO_LARGE);
        var time = demo && fromHere(request) ? request.getHeaders().getFirst(TIME) : null;
        var clean =
                request.mutate()
                        .headers(headers -> {
                            List.copyOf(headers.headerNames()).stream()
                                    .filter(name -> IDENTITY.matcher(name).matches())
                                    .forEach(headers::remove);
                            if (time != null) headers.set(TIME, time);
                            headers.set(REQUEST_ID, id);
                        })
                        .build();
        return chain.filter(exchange.mutate().request(new Counted(clean)).build())
                .onErrorResume(TooLarge.class, _ -> saying.refuse(exchange, Refusal.TOO_LARGE));
    }

    private static String idOf(ServerHttpRequest request) {
        var brought = request.getHeaders().getFirst(REQUEST_ID);
        return brought != null && ID.matcher(brought).matches()
                ? brought
                : UUID.randomUUID().toString();
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

    /// From this machine, and not by a proxy on it that speaks for others.
    private static boolean fromHere(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        InetAddress address = peer == null ? null : peer.getAddress();
        return address != null
                && address.isLoopbackAddress()
                && !request.getHeaders().containsHeader("X-Forwarded-For")
                && !request.getHeaders().containsHeader("Forwarded");
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
