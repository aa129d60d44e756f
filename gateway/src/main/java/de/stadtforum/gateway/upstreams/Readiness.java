package de.stadtforum.gateway.upstreams;

import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Whether who answers at an address says that it is ready; not to answer within a second is no.
@Component
public class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String READY = "/actuator/health/readiness";

    private final HttpClient client = HttpClient.newConnection().responseTimeout(PATIENCE);

    public Mono<Boolean> of(URI address) {
        return client.get()
                .uri(address.resolve(READY))
                .response()
                .map(answer -> answer.status().code() == 200)
                .timeout(PATIENCE)
                .onErrorReturn(false);
    }
}
