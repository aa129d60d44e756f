package de.stadtforum.gateway.edge;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// A page of another site may read the public interfaces, as nobody in particular (CORS): what it asks beforehand is answered here, and never lets a login, a token or a command through.
@Component
class ReadingFromElsewhere implements WebFilter, Ordered {
    private static final String A_DAY = "86400"; // seconds

    @Override
    public int getOrder() {
        return EdgeRules.ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (request.getMethod() != HttpMethod.OPTIONS
                || !request.getPath().value().startsWith("/api/")
                || !request.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD))
            return chain.filter(exchange);
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.NO_CONTENT);
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD");
        response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
        return response.setComplete();
    }
}
