package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.upstreams.Addresses;
import de.stadtforum.gateway.upstreams.Readiness;
import de.stadtforum.gateway.upstreams.Services;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A service that is away is asked for its readiness until it is back, so that its breaker closes by itself and no visitor has to try.
@Component
class Probes {
    private static final Duration EACH = Duration.ofMillis(500);

    private final Services services;
    private final Addresses addresses;
    private final Readiness readiness;

    Probes(
            Services services,
            Addresses addresses,
            Readiness readiness,
            CircuitBreakerRegistry breakers) {
        this.services = services;
        this.addresses = addresses;
        this.readiness = readiness;
        breakers.getEventPublisher().onEntryAdded(added -> watch(added.getAddedEntry()));
        breakers.getAllCircuitBreakers().forEach(this::watch);
    }

    private void watch(CircuitBreaker breaker) {
        var service = breaker.getName().replace(Breakers.OF_FILES, "");
        if (!services.byName().containsKey(service)) return;
        breaker.getEventPublisher()
                .onStateTransition(change -> {
                    if (change.getStateTransition().getToState() == State.OPEN)
                        waitFor(breaker, service);
                });
    }

    private void waitFor(CircuitBreaker breaker, String service) {
        Flux.interval(EACH)
                .onBackpressureDrop()
                .takeWhile(_ -> breaker.getState() == State.OPEN)
                .concatMap(_ -> anyReady(service), 1)
                .filter(ready -> ready)
                .next()
                .filter(_ -> breaker.getState() == State.OPEN)
                .subscribe(_ -> breaker.transitionToClosedState());
    }

    private Mono<Boolean> anyReady(String service) {
        return addresses
                .of(service)
                .flatMapIterable(all -> all)
                .flatMap(readiness::of)
                .any(ready -> ready);
    }
}
