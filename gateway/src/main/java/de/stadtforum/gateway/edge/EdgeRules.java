package de.stadtforum.gateway.edge;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What no request may bring in: tricks in the path, a form of another site, a body without end. It comes before everything else.
@Component
public final class EdgeRules implements WebFilter, Ordered {
    public static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    /// The time of the demo, in which a request plays.
    public static final String TIME = "X-Stadtforum-Time";

    private static final Pattern TRICK =
            Pattern.compile(
                    "//|;|\\\\|%(2f|5c|2e|25|3b|7f|[01][0-9a-f])|(^|/)\\.\\.?(/|$)",
                    Pattern.CASE_INSENSITIVE);
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Bodies bodies;
    private final Saying saying;

    EdgeRules(Bodies bodies, Saying saying) {
        this.bodies = bodies;
        this.saying = saying;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var response = exchange.getResponse();
        response.getHeaders()
                .set(
                        RequestId.HEADER,
                        RequestId.of(request.getHeaders().getFirst(RequestId.HEADER)));
        Asked.keep(exchange);
        var path = request.getURI().getRawPath();
        var alone = safe(request) && isAResident(request.getHeaders());
        var overTheNet = AnswerHeaders.overTheNet(request.getHeaders().getFirst(HttpHeaders.HOST));
        response.beforeCommit(() -> {
            AnswerHeaders.complete(response.getHeaders(), path, alone);
            if (overTheNet)
                response.getHeaders()
                        .set(AnswerHeaders.STRICT_TRANSPORT, AnswerHeaders.ONLY_ENCRYPTED);
            return Mono.empty();
        });
        if (TRICK.matcher(path).find()) return saying.refuse(exchange, Refusal.ODD_ADDRESS);
        if (!safe(request) && fromElsewhere(request))
            return saying.refuse(exchange, Refusal.FOREIGN_FORM);
        var file = bodies.bringsFile(request);
        if (request.getHeaders().getContentLength() > Bodies.longest(file))
            return saying.refuse(exchange, Bodies.tooLarge(file));
        return chain.filter(exchange);
    }

    private static boolean safe(ServerHttpRequest request) {
        return SAFE.contains(request.getMethod());
    }

    private static boolean isAResident(HttpHeaders headers) {
        return Visitor.isAResident(
                headers.getOrDefault(HttpHeaders.COOKIE, java.util.List.of()),
                headers.getFirst(HttpHeaders.AUTHORIZATION));
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
}
