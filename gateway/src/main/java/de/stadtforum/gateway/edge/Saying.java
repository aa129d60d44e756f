package de.stadtforum.gateway.edge;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/// What the gateway itself has to say: a page for people, problem details (RFC 9457) for programs.
@Component
public class Saying {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final String city;

    Saying(@Value("${stadtforum.city}") String city) {
        this.city = city;
    }

    public Mono<Void> refuse(
            ServerWebExchange exchange, HttpStatus status, String title, String detail) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        if (status == HttpStatus.SERVICE_UNAVAILABLE)
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        if (forPrograms(exchange)) {
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return send(
                    exchange,
                    "{\"title\":\""
                            + title
                            + "\",\"status\":"
                            + status.value()
                            + ",\"detail\":\""
                            + detail
                            + "\"}");
        }
        return page(
                exchange,
                title,
                "<p class=\"kern-body\">" + HtmlUtils.htmlEscape(detail, "UTF-8") + "</p>");
    }

    public Mono<Void> tooLarge(ServerWebExchange exchange) {
        return refuse(
                exchange,
                HttpStatus.CONTENT_TOO_LARGE,
                "Die Eingabe ist zu groß",
                "Erlaubt sind höchstens 256 KB.");
    }

    /// A page of the gateway's own, readable without any style sheet too.
    ///
    /// @param content safe HTML
    public Mono<Void> page(ServerWebExchange exchange, String title, String content) {
        var headers = exchange.getResponse().getHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        return send(
                exchange,
                """
                <!DOCTYPE html>
                <html lang="de" data-kern-theme="light">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – Stadtforum %2$s</title>
                <link rel="stylesheet" href="/stil/kern/fonts/fira-sans.css">
                <link rel="stylesheet" href="/stil/kern/kern.min.css">
                <link rel="stylesheet" href="/stil/stadtforum.css">
                </head>
                <body>
                <header class="sf-header"><div class="sf-width sf-header__line"><a class="sf-brand" href="/">Stadtforum&nbsp;<span class="sf-brand__city">%2$s</span></a></div></header>
                <div class="sf-width sf-content"><main>
                <h1 class="kern-heading-x-large">%1$s</h1>
                %3$s
                <p><a class="kern-link" href="/">Zur Startseite</a></p>
                </main></div>
                </body>
                </html>
                """
                        .formatted(
                                HtmlUtils.htmlEscape(title, "UTF-8"),
                                HtmlUtils.htmlEscape(city, "UTF-8"),
                                content));
    }

    private static Mono<Void> send(ServerWebExchange exchange, String text) {
        var response = exchange.getResponse();
        response.getHeaders().setCacheControl("no-store");
        return response.writeWith(
                Mono.just(response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static boolean forPrograms(ServerWebExchange exchange) {
        var accept =
                String.valueOf(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT));
        return asked(exchange).startsWith("/api/")
                || accept.contains("json") && !accept.contains("html");
    }

    /// The path that the caller asked for, also after a forward to the fallback.
    private static String asked(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(
                EdgeRules.ASKED, exchange.getRequest().getPath().value());
    }
}
