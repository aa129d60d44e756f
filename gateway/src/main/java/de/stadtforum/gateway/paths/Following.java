package de.stadtforum.gateway.paths;

import de.stadtforum.gateway.upstreams.Addresses;
import de.stadtforum.gateway.upstreams.Services;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.event.RefreshRoutesEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Asks each service every few seconds what its addresses are; a new page of a service is there without a word to the gateway.
@Component
class Following implements SmartLifecycle {
    /// Of every service.
    static final String ADDRESS = "/api/%s/paths";

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Services services;
    private final Addresses addresses;
    private final KnownPaths known;
    private final ApplicationEventPublisher events;
    private final Duration each;
    private final HttpClient client = HttpClient.create().responseTimeout(PATIENCE);

    /// What each said last: it is looked at once.
    private final Map<String, String> said = new ConcurrentHashMap<>();

    private volatile Disposable running = Disposables.disposed();

    Following(
            Services services,
            Addresses addresses,
            KnownPaths known,
            ApplicationEventPublisher events,
            @Value("${stadtforum.paths.each:5s}") Duration each) {
        this.services = services;
        this.addresses = addresses;
        this.known = known;
        this.events = events;
        this.each = each;
    }

    @Override
    public void start() {
        running =
                Flux.interval(Duration.ZERO, each)
                        .onBackpressureDrop()
                        .concatMap(_ -> round(), 1)
                        .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    private Mono<Void> round() {
        return Flux.fromIterable(services.byName().keySet())
                .flatMap(service -> asked(service).doOnNext(json -> follow(service, json)))
                .then()
                .onErrorResume(failed -> {
                    LOG.warn("the paths of the services were not followed", failed);
                    return Mono.empty();
                });
    }

    /// Of the first replica that answers; empty where none does, or the service is older than this question.
    private Mono<String> asked(String service) {
        return addresses
                .of(service)
                .flatMapIterable(all -> all)
                .concatMap(address -> asked(service, address), 1)
                .next();
    }

    private Mono<String> asked(String service, URI address) {
        return client.get()
                .uri(address.resolve(ADDRESS.formatted(service)))
                .responseSingle((answer, body) ->
                        answer.status().code() == 200 ? body.asString() : Mono.<String>empty())
                .timeout(PATIENCE)
                .onErrorResume(_ -> Mono.empty());
    }

    private void follow(String service, String json) {
        if (json.equals(said.put(service, json))) return;
        try {
            if (!known.declare(service, json)) return;
            LOG.info("{} has other paths than before", service);
            events.publishEvent(new RefreshRoutesEvent(this));
        } catch (Declaration.Refused refused) {
            LOG.error(
                    "what {} says of its paths is not followed: {}", service, refused.getMessage());
        }
    }
}
