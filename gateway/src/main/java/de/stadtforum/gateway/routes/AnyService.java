package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.upstreams.Addresses;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// Styles are the same in every service: the first that is there gives them, so that no page loses its looks with a service that is away.
final class AnyService implements GatewayFilter {
    private final Addresses addresses;

    /// Who answered last is asked first.
    private volatile int preferred;

    AnyService(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return addresses
                .ofAll()
                .flatMap(all -> ask(all, preferred % all.size(), all.size(), exchange, chain));
    }

    private Mono<Void> ask(
            List<URI> all,
            int which,
            int left,
            ServerWebExchange exchange,
            GatewayFilterChain chain) {
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
                        at(all.get(which), exchange.getRequest().getURI()));
        return chain.filter(exchange)
                .doOnSuccess(_ -> preferred = which)
                .onErrorResume(failure -> {
                    if (left == 1 || exchange.getResponse().isCommitted())
                        return Mono.error(failure);
                    ServerWebExchangeUtils.reset(exchange);
                    return ask(all, (which + 1) % all.size(), left - 1, exchange, chain);
                });
    }

    private static URI at(URI address, URI asked) {
        return UriComponentsBuilder.fromUri(asked)
                .scheme(address.getScheme())
                .host(address.getHost())
                .port(address.getPort())
                .build(true)
                .toUri();
    }
}
