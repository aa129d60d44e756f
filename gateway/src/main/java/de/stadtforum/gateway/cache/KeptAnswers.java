package de.stadtforum.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is kept, bounded by its bytes, and what is being asked for just now.
@Component
class KeptAnswers {
    private static final Duration PASSED = Duration.ofSeconds(5);
    private static final int MOST_PASSED = 5_000;

    private final Cache<String, Kept> kept;

    /// Addresses whose answer was not for everybody: for a moment nobody waits for anybody there.
    private final Cache<String, Boolean> passed;

    final Map<String, Flight> flights = new ConcurrentHashMap<>();
    private final Map<String, Commands> commands = new ConcurrentHashMap<>();
    final CacheLimits limits;
    final Counter hits;
    final Counter joined;
    final Counter misses;
    final Counter standIns;

    KeptAnswers(CacheLimits limits, MeterRegistry meters) {
        this.limits = limits;
        kept =
                Caffeine.newBuilder()
                        .maximumWeight(limits.total().toBytes())
                        .weigher(
                                (String address, Kept answer) -> address.length() + answer.weight())
                        .expireAfterWrite(longer(limits.lastGood(), limits.longest()))
                        .recordStats()
                        .build();
        passed = Caffeine.newBuilder().maximumSize(MOST_PASSED).expireAfterWrite(PASSED).build();
        CaffeineCacheMetrics.monitor(meters, kept, "pages");
        hits = counter(meters, "hit");
        joined = counter(meters, "joined");
        misses = counter(meters, "miss");
        standIns = counter(meters, "last-good");
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("stadtforum.cache.answers")
                .description("answers to residents on the list of public addresses")
                .tag("result", result)
                .register(meters);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Nullable Kept forEverybody(String address) {
        var answer = kept.getIfPresent(address);
        return answer != null && answer.forEverybody(System.nanoTime()) ? answer : null;
    }

    @Nullable Kept standIn(String address) {
        var answer = kept.getIfPresent(address);
        return answer != null && answer.standsIn(System.nanoTime()) ? answer : null;
    }

    void keep(String address, Kept answer) {
        // two may be under way, and the one that was asked for first come last
        kept.asMap()
                .merge(address, answer, (known, next) -> next.at() - known.at() < 0 ? known : next);
        if (answer.each() || answer.fresh() == 0) passed.put(address, true);
    }

    /// Its service wants it kept no longer.
    void forget(String address) {
        kept.invalidate(address);
        passed.put(address, true);
    }

    boolean isPassed(String address) {
        return passed.getIfPresent(address) != null;
    }

    Commands commands(String service) {
        return commands.computeIfAbsent(service, _ -> new Commands());
    }
}
