package de.stadtforum.reporting;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;

/// What open pages show is computed once in a time, however many ask, and by none of those who wait for it: the first who asks after that
/// time is given what was there, at most five times as old.
public final class Lately {
    private Lately() {}

    /// @param fresh zero where each asking computes
    /// @param most so many answers are kept
    public static <K, V> LoadingCache<K, V> cache(
            Duration fresh, int most, CacheLoader<K, V> compute) {
        var cache = Caffeine.newBuilder().maximumSize(most);
        return fresh.isZero()
                ? cache.expireAfterWrite(fresh).build(compute)
                : cache.refreshAfterWrite(fresh)
                        .expireAfterWrite(fresh.multipliedBy(5))
                        .build(compute);
    }
}
