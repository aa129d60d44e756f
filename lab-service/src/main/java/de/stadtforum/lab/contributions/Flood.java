package de.stadtforum.lab.contributions;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;

/// Takes only so many contributions a minute for one lab from people without a login; one count per process.
final class Flood {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private final int mostPerMinute;
    private final ConcurrentHashMap<String, Deque<Long>> taken = new ConcurrentHashMap<>();

    Flood(int mostPerMinute) {
        this.mostPerMinute = mostPerMinute;
    }

    /// @param lab one that exists, so that the count stays small
    /// @param now nanoseconds that only ever grow
    boolean takes(String lab, long now) {
        var recent = taken.computeIfAbsent(lab, _ -> new ArrayDeque<>());
        synchronized (recent) {
            while (!recent.isEmpty() && now - recent.peekFirst() >= MINUTE) recent.removeFirst();
            return recent.size() < mostPerMinute && recent.add(now);
        }
    }
}
