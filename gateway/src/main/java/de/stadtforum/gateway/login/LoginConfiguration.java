package de.stadtforum.gateway.login;

import de.stadtforum.gateway.edge.Refusal;
import de.stadtforum.gateway.edge.Saying;
import de.stadtforum.gateway.edge.SessionCookie;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.server.session.ReactiveOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// OpenID Connect with authorization code and PKCE; where a form comes from is checked at the edge, and rights by the services.
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(LoginConfiguration.class);

    /// The provider's answer and its word that somebody has logged out there.
    private static final Pattern PATHS =
            Pattern.compile(
                    "/(oauth2/authorization|login/oauth2/code|logout/connect/back-channel)/.*");

    /// A resident's requests do not come by here.
    @Bean
    SecurityWebFilterChain loggedIn(
            ServerHttpSecurity http,
            Provider provider,
            BegunLogins begun,
            ServerOAuth2AuthorizedClientRepository tokens,
            Sessions sessions,
            Saying saying) {
        return http.securityMatcher(LoginConfiguration::concerned)
                .authorizeExchange(all -> all.anyExchange().permitAll())
                .oauth2Login(login ->
                        login.clientRegistrationRepository(provider)
                                .authorizationRequestRepository(begun)
                                .authorizedClientRepository(tokens)
                                .loginPage("/anmelden")
                                .authenticationSuccessHandler((at, who) ->
                                        at.getExchange()
                                                .getSession()
                                                .flatMap(session -> opened(who, session, sessions))
                                                .then(
                                                        Mono.defer(() ->
                                                                WayBack.kept(at.getExchange())
                                                                        .follow(at.getExchange()))))
                                .authenticationFailureHandler(
                                        (at, failure) -> failed(at.getExchange(), failure, saying)))
                .oidcLogout(logout ->
                        logout.backChannel(channel ->
                                channel.logoutHandler((_, told) -> ended(told, sessions))))
                .csrf(CsrfSpec::disable)
                .cors(CorsSpec::disable)
                .headers(HeaderSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .build();
    }

    private static Mono<MatchResult> concerned(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getCookies().containsKey(SessionCookie.NAME)
                        || PATHS.matcher(request.getPath().value()).matches()
                ? MatchResult.match()
                : MatchResult.notMatch();
    }

    private static Mono<Void> opened(Authentication who, WebSession session, Sessions sessions) {
        return who.getPrincipal() instanceof OidcUser user
                ? sessions.opened(user, session)
                : Mono.empty();
    }

    /// Here and not by a request to itself under the cookie's name, which no proxy would let through.
    static Mono<Void> ended(Authentication told, Sessions sessions) {
        return told.getPrincipal() instanceof OidcLogoutToken token
                ? sessions.endedThere(token)
                : Mono.empty();
    }

    /// Who comes back from a login that this browser did not begin or that is forgotten, as from a bookmark of the provider's page, and is logged in
    /// reads that; whoever has a session begins once more.
    private static Mono<Void> failed(
            ServerWebExchange exchange, AuthenticationException failure, Saying saying) {
        if (!isUnknown(failure)
                || !exchange.getRequest().getCookies().containsKey(SessionCookie.NAME)) {
            LOG.info("a login failed"); // why is the visitor's or the provider's affair
            return saying.refuse(exchange, Refusal.LOGIN_FAILED);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(_ -> WayBack.START.path())
                .defaultIfEmpty("/anmelden")
                .flatMap(path -> LoginPages.redirect(exchange, path));
    }

    private static boolean isUnknown(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException told
                && told.getError().getErrorCode().equals("authorization_request_not_found");
    }

    @Bean
    ServerOAuth2AuthorizedClientRepository tokens() {
        return new WebSessionServerOAuth2AuthorizedClientRepository();
    }

    /// Nothing of its own: [Sessions] know whose they are.
    @Bean
    ReactiveOidcSessionRegistry sessionsAtTheProvider() {
        return new ReactiveOidcSessionRegistry() {
            @Override
            public Mono<Void> saveSessionInformation(OidcSessionInformation begun) {
                return Mono.empty();
            }

            @Override
            public Mono<OidcSessionInformation> removeSessionInformation(String session) {
                return Mono.empty();
            }

            @Override
            public Flux<OidcSessionInformation> removeSessionInformation(OidcLogoutToken told) {
                return Flux.empty();
            }
        };
    }

    @Bean
    ReactiveOAuth2AuthorizedClientManager renewal(
            Provider provider, ServerOAuth2AuthorizedClientRepository tokens) {
        var manager = new DefaultReactiveOAuth2AuthorizedClientManager(provider, tokens);
        manager.setAuthorizedClientProvider(
                ReactiveOAuth2AuthorizedClientProviderBuilder.builder()
                        .authorizationCode()
                        .refreshToken()
                        .build());
        return manager;
    }

    @Bean
    WebSessionManager webSessionManager(
            Sessions sessions,
            LoginProperties properties,
            @Value("${server.address:}") @Nullable InetAddress bound) {
        var cookies = new CookieWebSessionIdResolver();
        cookies.setCookieName(SessionCookie.NAME);
        var secure = properties.secureCookie(bound);
        cookies.addCookieInitializer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(secure));
        var manager = new DefaultWebSessionManager();
        manager.setSessionIdResolver(cookies);
        manager.setSessionStore(sessions);
        return manager;
    }
}
