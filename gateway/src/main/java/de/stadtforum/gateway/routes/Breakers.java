package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.upstreams.Services;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// One breaker a route: opens when half of the last calls found nobody, three at least, and closes when [Probes] or two visitors find the service again.
@Configuration
class Breakers {
    /// How the names of those end through which files go.
    static final String OF_FILES = "-files";

    /// So long a file may be on its way.
    static final Duration LONGEST_FILE = Duration.ofMinutes(6);

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    TimeLimiterRegistry timeLimiters() {
        return TimeLimiterRegistry.ofDefaults();
    }

    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> oneForEachRoute(Services services) {
        return factory ->
                factory.configureDefault(name ->
                        new Resilience4JConfigBuilder(name)
                                .circuitBreakerConfig(breaker())
                                .timeLimiterConfig(
                                        TimeLimiterConfig.custom()
                                                .timeoutDuration(
                                                        name.endsWith(OF_FILES)
                                                                ? LONGEST_FILE
                                                                : services.longestAnswer())
                                                .build())
                                .build());
    }

    private static CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(6)
                .minimumNumberOfCalls(3)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(2)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(2))
                .build();
    }
}
