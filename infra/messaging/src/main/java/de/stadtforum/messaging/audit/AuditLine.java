package de.stadtforum.messaging.audit;

import de.stadtforum.messaging.context.Author;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Who did what when: a fact that somebody brought about, or a request that told none. Never what it contained.
///
/// @param at when it was recorded
/// @param trace the trace in which it happened, as other programs show it
public record AuditLine(
        String id, Instant at, Author by, Outcome outcome, What what, @Nullable String trace) {
    public enum Outcome {
        /// It is a fact, and told.
        DONE,
        /// Taken, with nothing new to tell: the same command again, or one of an operator.
        ACCEPTED,
        /// The audit was read.
        READ,
        REFUSED
    }

    public sealed interface What {}

    /// @param fact its type, such as `de.stadtforum.voting.ballot-cast`
    public record Told(String fact, String aggregate, long sequence) implements What {}

    /// @param route the pattern of the address, such as `/api/session/votes/{id}/close`
    /// @param ids what the address names
    /// @param rule that refused it
    public record Asked(
            String method,
            String route,
            SortedMap<String, String> ids,
            int status,
            @Nullable String rule,
            @Nullable String request)
            implements What {}

    /// Goes on behind this line.
    String cursor() {
        return at.toEpochMilli() + "." + id;
    }
}
