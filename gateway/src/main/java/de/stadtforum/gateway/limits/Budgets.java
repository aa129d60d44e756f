package de.stadtforum.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One kind of budget: a limiter for each who spends it, as many as are remembered.
final class Budgets {
    private final String name;
    private final RateLimiterConfig rule;
    private final Cache<String, RateLimiter> limiters;
    private final Counter refused;

    Budgets(String name, int requests, Duration within, int remembered, MeterRegistry meters) {
        this.name = name;
        rule =
                RateLimiterConfig.custom()
                        .limitForPeriod(requests)
                        .limitRefreshPeriod(within)
                        .timeoutDuration(Duration.ZERO)
                        .build();
        // unseen for two periods, a budget is whole again: forgetting it changes nothing
        limiters =
                Caffeine.newBuilder()
                        .maximumSize(remembered)
                        .expireAfterAccess(within.multipliedBy(2))
                        .build();
        refused =
                Counter.builder("stadtforum.limits.refused")
                        .description("requests beyond a budget")
                        .tag("budget", name)
                        .register(meters);
    }

    /// Null where the budget holds; else after how long it is whole again at the latest.
    @Nullable Duration spend(String who) {
        var limiter = limiters.get(who, _ -> RateLimiter.of(name, rule));
        if (limiter.acquirePermission()) return null;
        refused.increment();
        return rule.getLimitRefreshPeriod();
    }
}
