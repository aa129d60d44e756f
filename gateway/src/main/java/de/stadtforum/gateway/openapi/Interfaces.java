package de.stadtforum.gateway.openapi;

import de.stadtforum.gateway.edge.Saying;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/// The page that shows what each service offers programs (`/api`): each describes itself, and whoever tries something does it as who they are.
@RestController
class Interfaces {
    private static final List<String> SERVICES =
            List.of("session", "membership", "lab", "reporting");

    private final Saying saying;
    private final MessageSource words;

    Interfaces(Saying saying, MessageSource words) {
        this.saying = saying;
        this.words = words;
    }

    @GetMapping("/api")
    Mono<Void> page(ServerWebExchange exchange) {
        var english = "en".equals(exchange.getRequest().getQueryParams().getFirst("lang"));
        var language = english ? Locale.ENGLISH : Locale.GERMAN;
        return saying.page(
                exchange, words.getMessage("api.title", null, language), content(language));
    }

    private String content(Locale language) {
        return """
        <link rel="stylesheet" href="/api-seite/swagger-ui/swagger-ui.css">
        <link rel="stylesheet" href="/api-seite/seite.css">
        <p class="sf-lead">%s</p>
        <div class="sf-panel"><p><strong>%s</strong><br>%s</p></div>
        <nav aria-label="%s"><ul class="sf-grid">%s</ul></nav>
        <noscript><p class="sf-panel">%s</p></noscript>
        <div id="schnittstelle"></div>
        <script src="/api-seite/swagger-ui/swagger-ui-bundle.js"></script>
        <script src="/api-seite/start.js"></script>
        """
                .formatted(
                        word("lead", language),
                        word("warning.title", language),
                        word("warning.text", language),
                        word("services", language),
                        SERVICES.stream()
                                .map(service -> card(service, language))
                                .collect(Collectors.joining()),
                        word("without-script", language));
    }

    private String card(String service, Locale language) {
        return """
        <li class="sf-card"><a class="kern-link api-dienst" href="?dienst=%1$s%2$s" data-dienst="%1$s"><strong>%3$s</strong></a><br>
        <a class="kern-link" href="/api/%1$s/openapi.json">%4$s</a></li>
        """
                .formatted(
                        service,
                        language == Locale.ENGLISH ? "&amp;lang=en" : "",
                        word(service, language),
                        word("document", language));
    }

    private String word(String key, Locale language) {
        return HtmlUtils.htmlEscape(words.getMessage("api." + key, null, language), "UTF-8");
    }
}
