package de.stadtforum.web.live;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What pages of one kind follow together.
///
/// @param name the same for all who read the same
/// @param mark how it stands now, in at most 100 signs of a header: another one whenever a page of it would show something else
/// @param every how often the mark is asked for while somebody reads; null where changes of aggregates tell ([LiveSource])
public record LiveTopic(String name, Supplier<String> mark, @Nullable Duration every) {
    public static LiveTopic told(String name, Supplier<String> mark) {
        return new LiveTopic(name, mark, null);
    }

    public static LiveTopic asked(String name, Supplier<String> mark, Duration every) {
        return new LiveTopic(name, mark, every);
    }
}
