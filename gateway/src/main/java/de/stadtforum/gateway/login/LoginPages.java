package de.stadtforum.gateway.login;

import de.stadtforum.gateway.edge.Refusal;
import de.stadtforum.gateway.edge.Saying;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// The ways in and out: to the provider and back to where somebody came from, out here and at the provider, out everywhere.
@Controller
class LoginPages {
    private static final Logger LOG = LoggerFactory.getLogger(LoginPages.class);
    private final Provider provider;
    private final LoginProperties properties;
    private final Sessions sessions;
    private final ServerOAuth2AuthorizedClientRepository tokens;
    private final Saying saying;
    private final Areas areas;
    private final MessageSource words;

    LoginPages(
            Provider provider,
            LoginProperties properties,
            Sessions sessions,
            ServerOAuth2AuthorizedClientRepository tokens,
            Saying saying,
            Areas areas,
            MessageSource words) {
        this.provider = provider;
        this.properties = properties;
        this.sessions = sessions;
        this.tokens = tokens;
        this.saying = saying;
        this.areas = areas;
        this.words = words;
    }

    @GetMapping("/anmelden")
    Mono<Void> login(ServerWebExchange exchange) {
        var back = WayBack.of(exchange.getRequest());
        return provider.registration()
                .flatMap(
                        _ -> redirect(exchange, back.after("/oauth2/authorization/" + Provider.ID)))
                .onErrorResume(away -> {
                    LOG.warn("the identity provider is not there: {}", away.toString());
                    return saying.refuse(exchange, Refusal.LOGIN_AWAY);
                });
    }

    @GetMapping("/konto")
    Mono<Void> account(ServerWebExchange exchange) {
        return forWhoIsLoggedIn(
                exchange,
                "/anmelden",
                user -> areas(exchange).flatMap(areas -> account(exchange, user, areas)));
    }

    private Mono<Void> account(ServerWebExchange exchange, OidcUser user, String areas) {
        return saying.page(
                exchange,
                word("account.title"),
                """
                <p class="sf-lead">%s <strong>%s</strong></p>
                <h2 class="kern-heading-large">%s</h2>%s
                <h2 class="kern-heading-large">%s</h2>
                <div class="sf-grid">%s%s</div>
                """
                        .formatted(
                                escaped(word("account.lead")),
                                escaped(nameOf(user)),
                                escaped(word("account.areas")),
                                areas,
                                escaped(word("account.ends")),
                                form("/abmelden", "account.logout"),
                                form("/abmelden/ueberall", "account.everywhere")));
    }

    /// An answer that was given says nothing to its Mono, which so looks as if nobody had been there.
    private static Mono<Void> forWhoIsLoggedIn(
            ServerWebExchange exchange, String elsewhere, Function<OidcUser, Mono<Void>> answer) {
        return user(exchange)
                .map(answer)
                .defaultIfEmpty(Mono.defer(() -> redirect(exchange, elsewhere)))
                .flatMap(each -> each);
    }

    private Mono<String> areas(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .flatMap(who ->
                        tokens.<OAuth2AuthorizedClient>loadAuthorizedClient(
                                Provider.ID, who, exchange))
                .map(client -> Areas.list(areas.of(client.getAccessToken().getTokenValue())))
                .defaultIfEmpty("");
    }

    @PostMapping("/abmelden")
    Mono<Void> logout(ServerWebExchange exchange) {
        return forWhoIsLoggedIn(
                exchange,
                "/",
                user ->
                        exchange.getSession()
                                .flatMap(sessions::end)
                                .then(atTheProvider(exchange, user)));
    }

    @PostMapping("/abmelden/ueberall")
    Mono<Void> logoutEverywhere(ServerWebExchange exchange) {
        return forWhoIsLoggedIn(
                exchange,
                "/",
                user ->
                        sessions.endAllOf(user.getName())
                                .then(exchange.getSession())
                                .flatMap(sessions::end)
                                .then(atTheProvider(exchange, user)));
    }

    private static Mono<OidcUser> user(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(OAuth2AuthenticationToken.class)
                .mapNotNull(OAuth2AuthenticationToken::getPrincipal)
                .ofType(OidcUser.class);
    }

    /// By a page that leads on, not by a redirect: a form may be sent to this site alone.
    private Mono<Void> atTheProvider(ServerWebExchange exchange, OidcUser user) {
        return provider.registration()
                .mapNotNull(registration -> endOfSession(exchange, registration, user))
                .onErrorResume(away -> Mono.empty())
                .defaultIfEmpty("/")
                .flatMap(next -> {
                    exchange.getResponse().getHeaders().set("Refresh", "0; url=" + next);
                    return saying.page(
                            exchange,
                            word("logout.title"),
                            "<p class=\"kern-body\">%s</p><p><a class=\"kern-link\" href=\"%s\">%s</a></p>"
                                    .formatted(
                                            escaped(word("logout.detail")),
                                            escaped(next),
                                            escaped(word("logout.next"))));
                });
    }

    /// As OpenID Connect RP-Initiated Logout 1.0 has it.
    private @Nullable String endOfSession(
            ServerWebExchange exchange, ClientRegistration registration, OidcUser user) {
        var endpoint =
                registration
                        .getProviderDetails()
                        .getConfigurationMetadata()
                        .get("end_session_endpoint");
        if (endpoint == null) return null;
        var here =
                properties.publicUrl() == null
                        ? UriComponentsBuilder.fromUri(exchange.getRequest().getURI())
                                .replacePath("/")
                                .replaceQuery(null)
                                .build()
                                .toUriString()
                        : properties.base() + "/";
        return UriComponentsBuilder.fromUriString(endpoint.toString())
                .queryParam("id_token_hint", "{token}")
                .queryParam("post_logout_redirect_uri", "{here}")
                .encode()
                .buildAndExpand(user.getIdToken().getTokenValue(), here)
                .toUriString();
    }

    private String form(String action, String key) {
        return """
        <form class="sf-card sf-form" method="post" action="%s">
        <h2 class="kern-heading-medium">%s</h2>
        <p class="kern-body">%s</p>
        <button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">%s</span></button>
        </form>
        """
                .formatted(
                        action,
                        escaped(word(key + ".title")),
                        escaped(word(key + ".detail")),
                        escaped(word(key + ".title")));
    }

    static Mono<Void> redirect(ServerWebExchange exchange, String path) {
        return Mono.defer(() -> {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, path);
            exchange.getResponse().getHeaders().setCacheControl("no-store");
            return exchange.getResponse().setComplete();
        });
    }

    private static String nameOf(OidcUser user) {
        return user.getFullName() == null ? user.getName() : user.getFullName();
    }

    private String word(String key) {
        return words.getMessage(key, null, Locale.GERMAN);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
