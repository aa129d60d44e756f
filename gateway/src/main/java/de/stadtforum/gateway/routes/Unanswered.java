package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.edge.Refusal;
import de.stadtforum.gateway.edge.RequestId;
import de.stadtforum.gateway.edge.Saying;
import de.stadtforum.gateway.edge.SessionsAway;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// A path that stands in no route, and whatever else fails in the gateway itself: said in words, nothing of the inside.
@Component
class Unanswered implements ErrorWebExceptionHandler, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Unanswered.class);
    private final Saying saying;

    Unanswered(Saying saying) {
        this.saying = saying;
    }

    /// Before the handler that Boot brings along.
    @Override
    public int getOrder() {
        return -10;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) return Mono.error(failure);
        if (failure instanceof SessionsAway) return saying.refuse(exchange, Refusal.LOGIN_AWAY);
        var status = status(failure);
        if (failure instanceof IOException || status == HttpStatus.SERVICE_UNAVAILABLE)
            return saying.refuse(exchange, Refusal.AWAY); // a route without a breaker
        if (status.is5xxServerError()) log(exchange, failure);
        if (failure instanceof ErrorResponse standard) // which methods are taken
        standard.getHeaders()
                    .forEach((name, values) ->
                            exchange.getResponse().getHeaders().addAll(name, values));
        var refusal =
                switch (status) {
                    case NOT_FOUND -> Refusal.NOT_FOUND;
                    case CONTENT_TOO_LARGE -> Refusal.TOO_LARGE;
                    default -> status.is5xxServerError() ? Refusal.FAILED : Refusal.NOT_FORESEEN;
                };
        return saying.refuse(exchange, refusal, status);
    }

    /// By path and request id: no query, no header, and nothing of what the framework notes about the request.
    private static void log(ServerWebExchange exchange, Throwable failure) {
        LOG.atError()
                .addKeyValue(
                        "request_id",
                        exchange.getResponse().getHeaders().getFirst(RequestId.HEADER))
                .setCause(Told.of(failure))
                .log("{} was not answered", exchange.getRequest().getPath().value());
    }

    /// A failure without the notes that Reactor adds to it (the request's query stands in them).
    private static final class Told extends Exception {
        private static final long serialVersionUID = 1L;

        private Told(String message, @Nullable Throwable cause) {
            super(message, cause, false, true);
        }

        static Told of(Throwable failure) {
            var cause = failure.getCause();
            var told =
                    new Told(
                            failure.toString(),
                            cause == null || cause == failure ? null : of(cause));
            told.setStackTrace(failure.getStackTrace());
            return told;
        }
    }

    private static HttpStatus status(Throwable failure) {
        if (failure instanceof DataBufferLimitException) return HttpStatus.CONTENT_TOO_LARGE;
        var status =
                failure instanceof ErrorResponse standard
                        ? HttpStatus.resolve(standard.getStatusCode().value())
                        : null;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
