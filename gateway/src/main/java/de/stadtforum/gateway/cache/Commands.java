package de.stadtforum.gateway.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The commands that one service took, as far as they make old what is kept of it: who wrote reads what was written. A command that says what it
/// changes ([#CHANGES]) makes old what shows that ([#SHOWS]); any other makes old all that is kept of its service.
final class Commands {
    /// On the answer to a command: what it changes and nothing else, separated by spaces.
    static final String CHANGES = "Stadtforum-Changes";

    /// On a page: of what it shows something, separated by spaces.
    static final String SHOWS = "Stadtforum-Shows";

    private static final int MOST = 10_000;
    private final AtomicLong taken = new AtomicLong();

    /// Number of the last one that concerns everything.
    private final AtomicLong ofAll = new AtomicLong();

    private final Cache<String, Long> last;

    /// @param longest nothing is kept fresh for longer
    Commands(Duration longest) {
        last =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(longest.multipliedBy(2).plusMinutes(1))
                        .<String, Long>evictionListener((_, number, _) -> forgotten(number))
                        .build();
    }

    /// What is not remembered any more concerns everything.
    private void forgotten(@Nullable Long number) {
        if (number != null) ofAll.accumulateAndGet(number, Math::max);
    }

    /// @param changed empty where the command does not say
    void take(Collection<String> changed) {
        var number = taken.incrementAndGet();
        if (changed.isEmpty()) ofAll.accumulateAndGet(number, Math::max);
        else for (var each : changed) last.asMap().merge(each, number, Math::max);
    }

    Moment now() {
        return new Moment(this, taken.get());
    }

    /// When a service was asked.
    record Moment(Commands commands, long number) {
        boolean nothingSince() {
            return commands.taken.get() == number;
        }

        boolean nothingSinceAbout(Set<String> shown) {
            if (nothingSince()) return true;
            if (commands.ofAll.get() > number) return false;
            return shown.stream()
                    .allMatch(each -> commands.last.asMap().getOrDefault(each, 0L) <= number);
        }
    }
}
