package de.stadtforum.gateway.routes;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// A replica that dies under a request: another one is asked, where nothing was sent yet or the request changes nothing.
///
/// The gateway's own filter for this would keep each request's body in memory, files as well.
final class AnotherReplica implements GatewayFilter {
    private static final Set<HttpMethod> CHANGE_NOTHING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int TIMES = 2;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ask(TIMES, exchange, chain);
    }

    private static Mono<Void> ask(int left, ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(
                        IOException.class,
                        failure -> {
                            if (left == 0
                                    || exchange.getResponse().isCommitted()
                                    || !mayBeRepeated(exchange, failure))
                                return Mono.error(failure);
                            ServerWebExchangeUtils.reset(exchange);
                            return ask(left - 1, exchange, chain);
                        });
    }

    private static boolean mayBeRepeated(ServerWebExchange exchange, IOException failure) {
        return failure instanceof ConnectException
                || CHANGE_NOTHING.contains(exchange.getRequest().getMethod());
    }
}
