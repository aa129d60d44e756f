package de.stadtforum.gateway.edge;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// At the door for everybody nothing is seen of the inside but whether it is well; the measures are at a port of their own (`management.server.port`), or nowhere.
@Component
class Inside implements WebFilter, Ordered {
    private final Saying saying;
    private final boolean ownPort;

    Inside(Saying saying, Environment environment) {
        this.saying = saying;
        this.ownPort = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
    }

    @Override
    public int getOrder() {
        return EdgeRules.ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        return !ownPort && path.startsWith("/actuator") && !path.startsWith("/actuator/health")
                ? saying.refuse(exchange, Refusal.NOT_FOUND)
                : chain.filter(exchange);
    }
}
