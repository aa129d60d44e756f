package de.stadtforum.gateway.legal;

import de.stadtforum.city.City;
import de.stadtforum.gateway.edge.Saying;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The pages that the law asks of a city, as they lie in its folder (`legal/…`): who is responsible, data protection, accessibility.
@RestController
class LegalPages {
    private final City city;
    private final Saying saying;
    private final MessageSource words;

    LegalPages(City city, Saying saying, MessageSource words) {
        this.city = city;
        this.saying = saying;
        this.words = words;
    }

    /// In German alone: it is the wording that holds.
    @GetMapping("/{page:impressum|datenschutz|barrierefreiheit}")
    Mono<Void> page(@PathVariable String page, ServerWebExchange exchange) {
        return saying.page(
                exchange,
                words.getMessage("legal." + page, null, Locale.GERMAN),
                "<div lang=\"de\">" + city.legalPage(page) + "</div>");
    }
}
