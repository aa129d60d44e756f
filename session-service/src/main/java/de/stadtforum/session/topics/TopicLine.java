package de.stadtforum.session.topics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A standing topic as a list names it.
///
/// @param options how many were deliberated so far
/// @param postponed how often
/// @param concluded when it ended in a recommendation
record TopicLine(
        String id,
        String body,
        String title,
        LocalDate on,
        int options,
        int postponed,
        @Nullable LocalDate concluded) {
    static TopicLine of(Topic topic) {
        var end = topic.conclusion();
        return new TopicLine(
                topic.id(),
                topic.body(),
                topic.title(),
                topic.on(),
                topic.options().size(),
                topic.postponements().size(),
                end == null ? null : end.on());
    }
}
