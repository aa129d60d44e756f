package de.stadtforum.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// A service that is away is asked for its readiness until it is back, so that its breaker closes by itself and no visitor has to try.
@Component
class Probes {
    private static final Duration EACH = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String READY = "/actuator/health/readiness";

    private final Map<String, URI> addresses;
    private final HttpClient client = HttpClient.newConnection().responseTimeout(PATIENCE);

    Probes(Services services, CircuitBreakerRegistry breakers) {
        addresses = services.byName();
        breakers.getEventPublisher().onEntryAdded(added -> watch(added.getAddedEntry()));
        breakers.getAllCircuitBreakers().forEach(this::watch);
    }

    private void watch(CircuitBreaker breaker) {
        var address = addresses.get(breaker.getName().replace(Breakers.OF_FILES, ""));
        if (address == null) return;
        breaker.getEventPublisher()
                .onStateTransition(change -> {
                    if (change.getStateTransition().getToState() == State.OPEN)
                        waitFor(breaker, address);
                });
    }

    private void waitFor(CircuitBreaker breaker, URI address) {
        Flux.interval(EACH)
                .onBackpressureDrop()
                .takeWhile(_ -> breaker.getState() == State.OPEN)
                .concatMap(_ -> ready(address), 1)
                .filter(ready -> ready)
                .next()
                .filter(_ -> breaker.getState() == State.OPEN)
                .subscribe(_ -> breaker.transitionToClosedState());
    }

    private Mono<Boolean> ready(URI address) {
        return client.get()
                .uri(address.resolve(READY))
                .response()
                .map(answer -> answer.status().code() == 200)
                .timeout(PATIENCE)
                .onErrorReturn(false);
    }
}
