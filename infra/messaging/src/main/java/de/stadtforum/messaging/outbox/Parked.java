package de.stadtforum.messaging.outbox;

import java.time.Duration;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// One aggregate whose next fact the broker does not take, or whose document cannot be read: the others go on without it.
///
/// @param attempts how often it was tried; the pauses grow with them, from a second to five minutes
/// @param until when it is tried again, in milliseconds since 1970
public record Parked(String reason, int attempts, long until) {
    private static final long LONGEST_MS = Duration.ofMinutes(5).toMillis();

    static @Nullable Parked of(@Nullable Document document) {
        if (document == null) return null;
        return new Parked(
                document.getString("reason"),
                document.get("attempts", Number.class).intValue(),
                document.get("until", Number.class).longValue());
    }

    /// Once more, after a longer pause.
    static Parked after(@Nullable Parked before, String reason) {
        var attempts = before == null ? 1 : before.attempts + 1;
        var pause = Math.min(LONGEST_MS, 1_000L << Math.min(attempts - 1, 20));
        return new Parked(reason, attempts, System.currentTimeMillis() + pause);
    }

    boolean waits() {
        return System.currentTimeMillis() < until;
    }

    Document toDocument() {
        return new Document("reason", reason).append("attempts", attempts).append("until", until);
    }
}
