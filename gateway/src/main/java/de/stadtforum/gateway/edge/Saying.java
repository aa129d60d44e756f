package de.stadtforum.gateway.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// What the gateway itself has to say: a page for people, problem details (RFC 9457) for programs.
@Component
public class Saying {
    private static final String RETRY_AFTER_SECONDS = "2";

    /// As every service of the platform says it (RFC 9457).
    private record Problem(String title, int status, String rule, String detail) {}

    private final Page page;
    private final MessageSource words;
    private final MeterRegistry meters;

    Saying(Page page, MessageSource words, MeterRegistry meters) {
        this.page = page;
        this.words = words;
        this.meters = meters;
        for (var each : Refusal.values()) counter(each); // a rule that nobody broke reads 0
    }

    private Counter counter(Refusal rule) {
        return Counter.builder("stadtforum.refusals")
                .description("requests that the gateway itself did not pass on")
                .tag("rule", rule.name())
                .register(meters);
    }

    public Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal) {
        return refuse(exchange, refusal, refusal.status);
    }

    /// @param status where it says more than the one that usually goes with the refusal
    public Mono<Void> refuse(ServerWebExchange exchange, Refusal refusal, HttpStatus status) {
        var asked = Asked.in(exchange);
        counter(refusal).increment();
        var title = word(refusal.key() + ".title", asked.language());
        var detail = word(refusal.key() + ".detail", asked.language());
        exchange.getResponse().setStatusCode(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE)
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        if (!asked.byProgram()) {
            var said =
                    "<p class=\"kern-body\">"
                            + Page.escaped(detail)
                            + "</p>"
                            + wayIn(status, asked.language());
            if (refusal != Refusal.AWAY) return page(exchange, title, said);
            return Typed.of(exchange)
                    .flatMap(texts -> page(exchange, title, said + back(texts, asked.language())));
        }
        return send(
                exchange,
                MediaType.APPLICATION_PROBLEM_JSON,
                JsonMapper.shared()
                        .writeValueAsString(
                                new Problem(title, status.value(), refusal.name(), detail)));
    }

    /// Nothing that was typed is lost.
    private String back(List<String> texts, Locale language) {
        return texts.isEmpty()
                ? ""
                : texts.stream()
                        .map(text ->
                                "<p class=\"kern-body sf-preserve\">" + Page.escaped(text) + "</p>")
                        .collect(
                                Collectors.joining(
                                        "",
                                        "<h2 class=\"kern-heading-medium\">"
                                                + Page.escaped(word("form.typed", language))
                                                + "</h2>",
                                        ""));
    }

    private String wayIn(HttpStatus status, Locale language) {
        return status != HttpStatus.UNAUTHORIZED
                ? ""
                : "<p><a class=\"kern-btn kern-btn--primary\" href=\"/anmelden\"><span class=\"kern-label\">%s</span></a></p>"
                        .formatted(Page.escaped(word("site.login", language)));
    }

    /// A page of the gateway's own.
    ///
    /// @param content safe HTML
    public Mono<Void> page(ServerWebExchange exchange, String title, String content) {
        return send(
                exchange,
                new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8),
                page.of(
                        title,
                        content,
                        Asked.in(exchange).language(),
                        loggedIn(exchange.getRequest().getHeaders())));
    }

    /// Behind the login the session's token is in the place of its cookie.
    private static boolean loggedIn(HttpHeaders headers) {
        return !Visitor.isAResident(
                headers.getOrDefault(HttpHeaders.COOKIE, List.of()),
                headers.getFirst(HttpHeaders.AUTHORIZATION));
    }

    private static Mono<Void> send(ServerWebExchange exchange, MediaType type, String text) {
        var response = exchange.getResponse();
        response.getHeaders().setContentType(type);
        response.getHeaders().setCacheControl("no-store");
        return response.writeWith(
                Mono.just(response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    private String word(String key, Locale language) {
        return words.getMessage(key, null, language);
    }
}
