package de.stadtforum.gateway.routes;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one list of paths. What stands nowhere here does not exist for the outside.
@Configuration
class Routes {
    /// A report as PDF takes its time; whoever needs longer has failed.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private static final String[] MEMBERSHIP = {"/gremien", "/gremien/**", "/api/membership/**"};
    private static final String[] SESSION = {
        "/versammlung",
        "/sitzungen",
        "/sitzungen/**",
        "/abstimmungen/**",
        "/eingang",
        "/eingang/**",
        "/empfehlungen",
        "/empfehlungen/**",
        "/handlungsfelder",
        "/handlungsfelder/**",
        "/arbeitsgruppen",
        "/arbeitsgruppen/**",
        "/vorlagen",
        "/vorlagen/**",
        "/themen",
        "/themen/**",
        "/geschaeftsordnung",
        "/geschaeftsordnung/**",
        "/fragen",
        "/fragen/**",
        "/api/session/**"
    };
    private static final String[] LAB = {
        "/",
        "/labore",
        "/labore/**",
        "/beitraege",
        "/beitraege/**",
        "/konzept",
        "/beteiligungsplattform",
        "/stil/**",
        "/api/lab/**"
    };
    private static final String[] REPORTING = {
        "/berichte",
        "/berichte/**",
        "/pflichten",
        "/masterplan",
        "/abschlussbericht",
        "/abschlussbericht/**",
        "/api/reporting/**"
    };

    @Bean
    RouteLocator paths(RouteLocatorBuilder locator, Services services) {
        Map<String, String[]> paths = new LinkedHashMap<>();
        paths.put(services.membership(), MEMBERSHIP);
        paths.put(services.session(), SESSION);
        paths.put(services.lab(), LAB);
        paths.put(services.reporting(), REPORTING);
        var routes = locator.routes();
        paths.forEach((address, patterns) ->
                routes.route(
                        patterns[patterns.length - 1],
                        route ->
                                route.path(patterns)
                                        .filters(filters ->
                                                filters.circuitBreaker(breaker ->
                                                        breaker.setName(address)
                                                                .setFallbackUri("forward:/away")))
                                        .uri(address)));
        return routes.build();
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    TimeLimiterRegistry timeLimiters() {
        return TimeLimiterRegistry.ofDefaults();
    }

    /// Opens when half of the last calls found nobody, and tries again after two seconds.
    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> breakers() {
        return factory ->
                factory.configureDefault(name ->
                        new Resilience4JConfigBuilder(name)
                                .circuitBreakerConfig(
                                        CircuitBreakerConfig.custom()
                                                .slidingWindowSize(10)
                                                .minimumNumberOfCalls(5)
                                                .failureRateThreshold(50)
                                                .waitDurationInOpenState(Duration.ofSeconds(2))
                                                .permittedNumberOfCallsInHalfOpenState(2)
                                                .build())
                                .timeLimiterConfig(
                                        TimeLimiterConfig.custom()
                                                .timeoutDuration(LONGEST_ANSWER)
                                                .build())
                                .build());
    }
}
