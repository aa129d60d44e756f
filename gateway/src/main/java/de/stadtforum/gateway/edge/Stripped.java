package de.stadtforum.gateway.edge;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What goes on to a service has no identity and no time but those that the gateway itself gives it, and a body that comes to an end.
@Component
class Stripped implements WebFilter, Ordered {
    /// What proxies use to tell who somebody is, and every header of the platform's own; some programs read `_` as `-`.
    private static final Pattern IDENTITY =
            Pattern.compile(
                    "x-forwarded-(user|email|groups|preferred-username|access-token)|(x-)?(remote|auth|authenticated|user|ssl-client|client-cert)(-.*)?|x-stadtforum-.*",
                    Pattern.CASE_INSENSITIVE);

    private final Bodies bodies;
    private final boolean demo;

    Stripped(Bodies bodies, Environment environment) {
        this.bodies = bodies;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public int getOrder() {
        return EdgeRules.ORDER + 6;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var id = exchange.getResponse().getHeaders().getFirst(RequestId.HEADER);
        var time = demo && fromHere(request) ? request.getHeaders().getFirst(EdgeRules.TIME) : null;
        var clean =
                request.mutate()
                        .headers(headers -> {
                            for (var name : List.copyOf(headers.headerNames()))
                                if (IDENTITY.matcher(name.replace('_', '-')).matches())
                                    headers.remove(name);
                            if (time != null) headers.set(EdgeRules.TIME, time);
                            if (id != null) headers.set(RequestId.HEADER, id);
                        })
                        .build();
        return bodies.limited(exchange, clean, chain);
    }

    /// From this machine, and not by a proxy on it that speaks for others.
    private static boolean fromHere(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        var address = peer == null ? null : peer.getAddress();
        return address != null
                && address.isLoopbackAddress()
                && !request.getHeaders().containsHeader("X-Forwarded-For")
                && !request.getHeaders().containsHeader("Forwarded");
    }
}
