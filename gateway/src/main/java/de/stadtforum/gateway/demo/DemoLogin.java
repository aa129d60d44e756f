package de.stadtforum.gateway.demo;

import de.stadtforum.gateway.demo.DemoPersons.Person;
import de.stadtforum.gateway.edge.Saying;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/// In the demo a person is chosen from a list, and goes on where he or she came from.
@Controller
@Profile("demo")
class DemoLogin {
    private final DemoPersons persons;
    private final DemoKeys keys;
    private final Saying saying;
    private final MessageSource words;

    DemoLogin(DemoPersons persons, DemoKeys keys, Saying saying, MessageSource words) {
        this.persons = persons;
        this.keys = keys;
        this.saying = saying;
        this.words = words;
    }

    @GetMapping("/anmelden")
    Mono<Void> choose(ServerWebExchange exchange) {
        return list(exchange, "demo.lead", WayBack.of(exchange.getRequest()));
    }

    @PostMapping("/anmelden")
    Mono<Void> login(ServerWebExchange exchange) {
        return exchange.getFormData()
                .onErrorMap(
                        IllegalArgumentException.class, // no percent-encoding
                        _ -> new ResponseStatusException(HttpStatus.BAD_REQUEST))
                .flatMap(form -> login(exchange, form));
    }

    private Mono<Void> login(ServerWebExchange exchange, MultiValueMap<String, String> form) {
        var back = WayBack.of(form.getFirst("zurueck"));
        var person = persons.all().get(String.valueOf(form.getFirst("person")));
        if (person == null) {
            exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
            return list(exchange, "demo.choose", back);
        }
        keys.issue(exchange, person.token());
        return redirect(exchange, back);
    }

    @PostMapping("/abmelden")
    Mono<Void> logout(ServerWebExchange exchange) {
        keys.withdraw(exchange);
        return redirect(exchange, WayBack.START);
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, WayBack back) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, back.path());
        return exchange.getResponse().setComplete();
    }

    private Mono<Void> list(ServerWebExchange exchange, String lead, WayBack back) {
        var cards =
                persons.all().values().stream()
                        .map(person -> card(person, back))
                        .collect(Collectors.joining());
        return saying.page(
                exchange,
                word("demo.login"),
                "<p class=\"sf-lead\">%s</p><div class=\"sf-grid\">%s</div>"
                        .formatted(escaped(word(lead)), cards));
    }

    private String card(Person person, WayBack back) {
        var may =
                person.roles().stream()
                        .map(role -> words.getMessage("demo.may." + role, null, "", Locale.GERMAN))
                        .collect(Collectors.joining(" "));
        return """
        <form class="sf-card sf-form" method="post" action="/anmelden">
        <h2 class="kern-heading-medium">%1$s</h2>
        <p class="kern-body">%2$s</p>
        <input type="hidden" name="person" value="%1$s">
        <input type="hidden" name="zurueck" value="%3$s">
        <button class="kern-btn kern-btn--primary" type="submit" aria-label="%4$s: %1$s"><span class="kern-label">%4$s</span></button>
        </form>
        """
                .formatted(
                        escaped(person.label()),
                        escaped(may),
                        escaped(back.path()),
                        escaped(word("demo.login")));
    }

    private String word(String key) {
        return words.getMessage(key, null, Locale.GERMAN);
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
