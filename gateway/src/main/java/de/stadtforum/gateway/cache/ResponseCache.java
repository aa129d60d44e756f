package de.stadtforum.gateway.cache;

import de.stadtforum.gateway.edge.EdgeRules;
import de.stadtforum.gateway.edge.Visitor;
import de.stadtforum.gateway.paths.KnownPaths;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/// Residents' reading, for the list of public addresses: one asks the service, in nobody's name, and all get the answer.
/// What is kept already is given before it comes here ([AtOnce]).
@Component
final class ResponseCache implements WebFilter, Ordered {
    /// All that a service gets to know of who asks: nothing that could make the answer one person's own.
    private static final Set<String> PASSED_ON =
            Set.of("host", "accept", "x-request-id", "traceparent", "x-forwarded-for");

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final KeptAnswers answers;
    private final LastGood lastGood;
    private final KnownPaths paths;

    ResponseCache(KeptAnswers answers, LastGood lastGood, KnownPaths paths) {
        this.paths = paths;
        this.answers = answers;
        this.lastGood = lastGood;
    }

    /// After the rules at the edge, before limits, login and routes.
    @Override
    public int getOrder() {
        return EdgeRules.ORDER + 2;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!READING.contains(request.getMethod())) {
            exchange.getResponse().beforeCommit(() -> countCommand(exchange));
            return chain.filter(exchange);
        }
        exchange.getResponse().beforeCommit(() -> hideWhatItShows(exchange));
        if (!isAResident(request.getHeaders())) return chain.filter(exchange);
        var address = addressOf(request.getURI());
        var owner = paths.keeperOf(address);
        if (owner == null) return chain.filter(exchange);
        var kept = answers.forEverybody(address);
        if (kept != null) return given(exchange, kept);
        if (request.getMethod() != HttpMethod.GET) return chain.filter(exchange);
        answers.misses.increment();
        if (answers.isPassed(address)) return passed(exchange, chain, address);
        return asked(exchange, chain, address, owner);
    }

    private Mono<Void> asked(
            ServerWebExchange exchange, WebFilterChain chain, String address, String owner) {
        var flight = new Flight(answers.commands(owner).now());
        // what is asked since before a command may not know of it: who comes after it asks anew
        var running =
                answers.flights.merge(
                        address,
                        flight,
                        (known, next) -> known.asked.nothingSince() ? known : next);
        if (!running.equals(flight)) {
            return running.answer()
                    .map(answer -> {
                        answers.joined.increment();
                        return given(exchange, answer);
                    })
                    .defaultIfEmpty(Mono.defer(() -> passed(exchange, chain, address)))
                    .onErrorResume(
                            Flight.Abandoned.class,
                            _ -> Mono.just(asked(exchange, chain, address, owner)))
                    .flatMap(each -> each);
        }
        var captured = new Captured(exchange, address, answers, lastGood, flight);
        return chain.filter(
                        exchange.mutate()
                                .request(inNobodysName(exchange.getRequest()))
                                .response(captured)
                                .build())
                .onErrorResume(failure -> lastGood.insteadOf(failure, exchange, address))
                .doFinally(end -> {
                    answers.flights.remove(address, flight);
                    if (end == SignalType.CANCEL) flight.abandoned();
                    else flight.landed(null);
                });
    }

    /// Nobody waits and nothing is kept; yet the last good page stands in for a failure.
    private Mono<Void> passed(ServerWebExchange exchange, WebFilterChain chain, String address) {
        return chain.filter(
                        exchange.mutate()
                                .response(new Captured(exchange, address, answers, lastGood, null))
                                .build())
                .onErrorResume(failure -> lastGood.insteadOf(failure, exchange, address));
    }

    static Mono<Void> given(ServerWebExchange exchange, Kept answer) {
        var request = exchange.getRequest().getHeaders();
        var response = exchange.getResponse();
        var packed = answer.packedFor(request.getFirst(HttpHeaders.ACCEPT_ENCODING));
        var headers = response.getHeaders();
        answer.headers(packed).forEach(each -> headers.set(each.getKey(), each.getValue()));
        headers.set(HttpHeaders.AGE, String.valueOf(answer.age(System.nanoTime())));
        if (answer.known(request.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            return response.setComplete();
        }
        response.setStatusCode(HttpStatus.OK);
        var body = packed && answer.packed() != null ? answer.packed() : answer.plain();
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private Mono<Void> countCommand(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var changed = words(exchange.getResponse().getHeaders().remove(Commands.CHANGES));
        if (route != null && status != null && !status.isError())
            answers.commands(KnownPaths.serviceOf(route.getId())).take(changed);
        return Mono.empty();
    }

    /// Said to this gateway alone.
    private static Mono<Void> hideWhatItShows(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().remove(Commands.SHOWS);
        return Mono.empty();
    }

    /// What a header names, separated by spaces.
    static Set<String> words(@Nullable Collection<String> lines) {
        var words = new TreeSet<String>();
        if (lines != null)
            for (var line : lines)
                for (var word : line.split(" ")) if (!word.isEmpty()) words.add(word);
        return words;
    }

    private static boolean isAResident(HttpHeaders headers) {
        return !headers.containsHeader(EdgeRules.TIME)
                && Visitor.isAResident(
                        headers.getOrDefault(HttpHeaders.COOKIE, List.of()),
                        headers.getFirst(HttpHeaders.AUTHORIZATION));
    }

    private static ServerHttpRequest inNobodysName(ServerHttpRequest request) {
        return request.mutate()
                .headers(headers -> {
                    for (var name : List.copyOf(headers.headerNames()))
                        if (!PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT)))
                            headers.remove(name);
                    headers.set(HttpHeaders.ACCEPT_ENCODING, "identity");
                })
                .build();
    }

    private static String addressOf(URI asked) {
        var query = asked.getRawQuery();
        return query == null ? asked.getRawPath() : asked.getRawPath() + '?' + query;
    }
}
