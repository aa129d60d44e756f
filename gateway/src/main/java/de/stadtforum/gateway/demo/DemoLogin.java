package de.stadtforum.gateway.demo;

import de.stadtforum.gateway.edge.Saying;
import java.io.File;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// In the demo a person is chosen from a list; the token stays here, the browser gets a random key in a cookie.
@Controller
@Profile("demo")
class DemoLogin implements WebFilter, Ordered {
    private static final String COOKIE = "stadtforum-demo";
    private static final Duration LASTS = Duration.ofHours(12);

    private record Entry(String label, List<String> roles, String token) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> sessions = new ConcurrentHashMap<>();
    private final File tokens;
    private final Saying saying;

    DemoLogin(@Value("${stadtforum.demo.tokens:tokens.json}") File tokens, Saying saying) {
        this.tokens = tokens;
        this.saying = saying;
    }

    /// Read anew each time: the launcher signs new tokens at each start.
    private Map<String, Entry> persons() {
        var entries = new LinkedHashMap<String, Entry>();
        if (!tokens.exists()) return entries;
        for (var each : JsonMapper.shared().readTree(tokens)) {
            var roles = each.get("roles").valueStream().map(role -> role.asString()).toList();
            entries.put(
                    each.get("label").asString(),
                    new Entry(each.get("label").asString(), roles, each.get("token").asString()));
        }
        return entries;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    /// Turns the cookie into the token that the services check; who brings a token of their own keeps it.
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        var entry = cookie == null ? null : sessions.get(cookie.getValue());
        if (entry == null
                || exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION))
            return chain.filter(exchange);
        var request =
                exchange.getRequest()
                        .mutate()
                        .headers(headers -> {
                            headers.setBearerAuth(entry.token);
                            headers.remove(HttpHeaders.COOKIE);
                        });
        return chain.filter(exchange.mutate().request(request.build()).build());
    }

    @GetMapping("/anmelden")
    Mono<Void> choose(ServerWebExchange exchange) {
        var list =
                new StringBuilder(
                        "<p class=\"sf-lead\">In dieser Vorführung wählen Sie, als wer Sie weiterarbeiten. Alle Personen sind erfunden.</p><div class=\"sf-grid\">");
        persons()
                .values()
                .forEach(entry ->
                        list.append(
                                        "<form class=\"sf-card\" method=\"post\" action=\"/anmelden\"><h2 class=\"kern-heading-medium\">")
                                .append(escaped(entry.label))
                                .append("</h2><input type=\"hidden\" name=\"person\" value=\"")
                                .append(escaped(entry.label))
                                .append(
                                        "\"><button class=\"kern-btn kern-btn--primary\" type=\"submit\"><span class=\"kern-label\">Anmelden</span></button></form>"));
        return saying.page(exchange, "Anmelden", list.append("</div>").toString());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    @PostMapping("/anmelden")
    Mono<Void> login(ServerWebExchange exchange) {
        return exchange.getFormData()
                .onErrorMap(
                        IllegalArgumentException.class, // no percent-encoding
                        _ -> new ResponseStatusException(HttpStatus.BAD_REQUEST))
                .flatMap(form -> {
                    var entry = persons().get(String.valueOf(form.getFirst("person")));
                    if (entry == null)
                        return saying.refuse(
                                exchange,
                                HttpStatus.BAD_REQUEST,
                                "Diese Person gibt es nicht",
                                "Bitte wählen Sie eine Person aus der Liste.");
                    forget(exchange);
                    var key = key();
                    sessions.put(key, entry);
                    return home(exchange, cookie(key, LASTS));
                });
    }

    @PostMapping("/abmelden")
    Mono<Void> logout(ServerWebExchange exchange) {
        forget(exchange);
        return home(exchange, cookie("", Duration.ZERO));
    }

    private void forget(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        if (cookie != null) sessions.remove(cookie.getValue());
    }

    private static Mono<Void> home(ServerWebExchange exchange, ResponseCookie cookie) {
        var response = exchange.getResponse();
        response.addCookie(cookie);
        response.setStatusCode(HttpStatus.SEE_OTHER);
        response.getHeaders().set(HttpHeaders.LOCATION, "/versammlung");
        return response.setComplete();
    }

    private static ResponseCookie cookie(String key, Duration lasts) {
        return ResponseCookie.from(COOKIE, key)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .maxAge(lasts)
                .build();
    }

    private String key() {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
