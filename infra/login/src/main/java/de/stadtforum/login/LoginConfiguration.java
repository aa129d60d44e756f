package de.stadtforum.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/// OpenID Connect with authorization code and PKCE for people, client credentials for machines, logout for all (RP-initiated).
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {
    static final String CHOOSE = "/anmelden";

    /// The last target of a form is the gateway, which the browser is led back to.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    /// Read anew each time: whoever is entered or loses a role is so at once.
    @Bean
    Supplier<Directory> directory(LoginProperties properties) {
        return () -> Directory.in(properties.directory());
    }

    @Bean
    JWKSource<SecurityContext> keys(LoginProperties properties) {
        return SigningKey.in(properties.key());
    }

    @Bean
    RegisteredClientRepository clients(Supplier<Directory> directory, LoginProperties properties) {
        return new Clients(directory, properties.access());
    }

    @Bean
    Claims claims(Supplier<Directory> directory) {
        return new Claims(directory);
    }

    @Bean
    ChosenPerson chosenPerson(Supplier<Directory> directory) {
        return new ChosenPerson(directory);
    }

    @Bean
    AuthorizationServerSettings settings(LoginProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer().toString()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(Customizer.withDefaults());
                        })
                .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                .exceptionHandling(failures ->
                        failures.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint(CHOOSE),
                                new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ChosenPerson chosen) throws Exception {
        return http.authorizeHttpRequests(all ->
                        all.requestMatchers(
                                        "/", CHOOSE, "/stil/**", "/error", "/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .authenticationProvider(chosen)
                .formLogin(form -> form.loginPage(CHOOSE).failureUrl(CHOOSE + "?nochmal"))
                // a form of another tab, from before the login in this one
                .exceptionHandling(failures ->
                        failures.accessDeniedHandler(
                                (_, answer, _) -> answer.sendRedirect(CHOOSE + "?nochmal")))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }
}
