package de.stadtforum.gateway.upstreams;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The addresses of a service's replicas as they are now.
@Component
public class Addresses {
    private final Services services;

    /// What a name had when it was last found: a name server that is away takes no service away.
    private final Map<URI, List<URI>> found = new ConcurrentHashMap<>();

    Addresses(Services services) {
        this.services = services;
    }

    public Mono<List<URI>> of(String service) {
        var named = services.of(service);
        if (named.stream().noneMatch(Services::isName)) return Mono.just(named);
        return Mono.fromCallable(() -> named.stream().flatMap(each -> all(each).stream()).toList())
                .subscribeOn(Schedulers.boundedElastic());
    }

    /// None is missing but those of names that nobody knows.
    public Mono<List<URI>> ofAll() {
        return Flux.fromIterable(services.byName().keySet())
                .concatMap(this::of)
                .flatMapIterable(each -> each)
                .collectList();
    }

    private List<URI> all(URI address) {
        if (!Services.isName(address)) return List.of(address);
        var all = new ArrayList<URI>();
        try {
            for (var each : InetAddress.getAllByName(address.getHost()))
                all.add(
                        UriComponentsBuilder.newInstance()
                                .scheme("http")
                                .host(literal(each))
                                .port(address.getPort())
                                .build()
                                .toUri());
        } catch (UnknownHostException _) {
            return found.getOrDefault(address, List.of());
        }
        found.put(address, all);
        return all;
    }

    private static String literal(InetAddress address) {
        var text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
