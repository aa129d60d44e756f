package de.stadtforum.gateway.overview;

import de.stadtforum.gateway.edge.Refusal;
import de.stadtforum.gateway.edge.Saying;
import de.stadtforum.gateway.paths.KnownPaths;
import de.stadtforum.gateway.upstreams.Addresses;
import de.stadtforum.gateway.upstreams.Services;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// All services at one look (`/betrieb`), for operators and the data protection officer: each is asked with the caller's own token, and shows what it would show anyway.
@Controller
class Overview {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int FORBIDDEN = 403;
    private static final int LONGEST_ANSWER = 2 * 1024 * 1024;

    private final Services services;
    private final Addresses addresses;
    private final KnownPaths paths;
    private final CircuitBreakerRegistry breakers;
    private final Saying saying;
    private final MessageSource words;
    private final WebClient client =
            WebClient.builder()
                    .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                    .build();

    Overview(
            Services services,
            Addresses addresses,
            KnownPaths paths,
            CircuitBreakerRegistry breakers,
            Saying saying,
            MessageSource words) {
        this.services = services;
        this.addresses = addresses;
        this.paths = paths;
        this.breakers = breakers;
        this.saying = saying;
        this.words = words;
    }

    @GetMapping("/betrieb")
    Mono<Void> overview(ServerWebExchange exchange) {
        var token = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (token == null) return saying.refuse(exchange, Refusal.LOGIN_NEEDED);
        return Flux.fromIterable(services.byName().keySet())
                .flatMapSequential(
                        each -> addresses.of(each).flatMap(all -> look(each, all, token)))
                .collectList()
                .flatMap(looks -> answer(exchange, new Caller(token), looks));
    }

    /// Replicas are asked one by one how they are, and together for their work, which they share.
    private Mono<Look> look(String service, List<URI> replicas, String token) {
        return Mono.zip(
                Flux.fromIterable(replicas).flatMapSequential(this::health).collectList(),
                operations(service, replicas, token),
                (well, work) ->
                        Look.of(
                                service,
                                paths.refusedOf(service) != null,
                                well.stream().map(HealthSaid::body).toList(),
                                work.status,
                                work.body));
    }

    private Mono<HealthSaid> health(URI replica) {
        return client.get()
                .uri(replica.resolve("/actuator/health"))
                .exchangeToMono(answer -> answer.bodyToMono(String.class))
                .timeout(PATIENCE)
                .map(HealthSaid::new)
                .onErrorReturn(HealthSaid.NOTHING)
                .defaultIfEmpty(HealthSaid.NOTHING);
    }

    /// Of the first that answers.
    private Mono<OperationsSaid> operations(String service, List<URI> replicas, String token) {
        return Flux.fromIterable(replicas)
                .concatMap(replica -> operations(service, replica, token), 1)
                .filter(said -> said.status != 0)
                .next()
                .defaultIfEmpty(new OperationsSaid(0, ""));
    }

    private Mono<OperationsSaid> operations(String service, URI replica, String token) {
        return client.get()
                .uri(replica.resolve("/api/" + service + "/operations"))
                .header(HttpHeaders.AUTHORIZATION, token)
                .exchangeToMono(answer ->
                        answer.bodyToMono(String.class)
                                .defaultIfEmpty("")
                                .map(body -> new OperationsSaid(answer.statusCode().value(), body)))
                .timeout(PATIENCE)
                .onErrorReturn(new OperationsSaid(0, ""));
    }

    private record HealthSaid(@Nullable String body) {
        static final HealthSaid NOTHING = new HealthSaid(null);
    }

    private record OperationsSaid(int status, String body) {}

    private Mono<Void> answer(ServerWebExchange exchange, Caller caller, List<Look> looks) {
        if (looks.stream().anyMatch(look -> look.status() == 401))
            return saying.refuse(exchange, Refusal.LOGIN_NEEDED);
        if (!caller.may(looks)) return saying.refuse(exchange, Refusal.OPERATORS_ONLY);
        var english = "en".equals(exchange.getRequest().getQueryParams().getFirst("lang"));
        return saying.page(
                exchange,
                word("title", english),
                """
                <p class="sf-lead">%s</p>
                <ul class="sf-grid">%s</ul>
                """
                        .formatted(
                                word("lead", english),
                                looks.stream()
                                        .map(look -> card(look, english))
                                        .collect(Collectors.joining())));
    }

    private String card(Look look, boolean english) {
        return """
        <li class="sf-card" id="%s"><h2 class="kern-heading-small">%s</h2>
        <div class="sf-state">%s</div>%s%s%s
        <p>%s%s</p></li>
        """
                .formatted(
                        look.service(),
                        word("service." + look.service(), english),
                        state(look, english),
                        number(
                                        "replicas",
                                        look.replicas() == 1 ? null : Long.valueOf(look.replicas()),
                                        english)
                                + number("waiting", look.waiting(), english),
                        number("behind", look.behind(), english),
                        number("dead", look.dead(), english),
                        look.status() == FORBIDDEN
                                ? ""
                                : link(look, "", word("operations", english)) + "<br>",
                        link(look, "/protokoll", word("audit", english)));
    }

    /// None leads where the service would refuse.
    private static String link(Look look, String page, String word) {
        return "<a class=\"kern-link\" href=\"/betrieb/%s%s\">%s</a>"
                .formatted(look.service(), page, word);
    }

    private String state(Look look, boolean english) {
        var unwell = look.unwell();
        var breaker =
                breakers.find(look.service())
                        .filter(each ->
                                each.getState()
                                        != io.github.resilience4j.circuitbreaker.CircuitBreaker
                                                .State.CLOSED)
                        .map(_ -> "<div>" + word("breaker", english) + "</div>")
                        .orElse("");
        if (unwell == null) return badge("danger", word("away", english)) + breaker;
        if (unwell.isEmpty()) return badge("success", word("well", english)) + breaker;
        return badge("warning", word("unwell", english))
                + "<div>"
                + unwell.stream()
                        .map(each -> trouble(each, english))
                        .collect(Collectors.joining(", "))
                + "</div>"
                + breaker;
    }

    private static String badge(String kind, String text) {
        return "<span class=\"kern-badge kern-badge--%s\"><span class=\"kern-label kern-label--small\">%s</span></span>"
                .formatted(kind, text);
    }

    /// Where the caller may not know, nothing.
    private String number(String what, @Nullable Long value, boolean english) {
        return value == null
                ? ""
                : "<p>" + word(what, english) + ": <strong>" + value + "</strong></p>";
    }

    private String trouble(String kind, boolean english) {
        var language = english ? Locale.ENGLISH : Locale.GERMAN;
        var said = words.getMessage("overview.trouble." + kind, null, kind, language);
        return HtmlUtils.htmlEscape(String.valueOf(said), "UTF-8");
    }

    private String word(String key, boolean english) {
        var language = english ? Locale.ENGLISH : Locale.GERMAN;
        return HtmlUtils.htmlEscape(words.getMessage("overview." + key, null, language), "UTF-8");
    }
}
