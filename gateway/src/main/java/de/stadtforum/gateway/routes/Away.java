package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.edge.Refusal;
import de.stadtforum.gateway.edge.Saying;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// A service does not answer: people get a page that says so, programs a problem, and the other services go on.
@Controller
class Away {
    private final Saying saying;

    Away(Saying saying) {
        this.saying = saying;
    }

    @RequestMapping("/away")
    Mono<Void> away(ServerWebExchange exchange) {
        if (exchange.getAttribute(ServerWebExchangeUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR)
                == null)
            return Mono.error(
                    new ResponseStatusException(HttpStatus.NOT_FOUND)); // asked for from outside
        return saying.refuse(exchange, Refusal.AWAY);
    }
}
