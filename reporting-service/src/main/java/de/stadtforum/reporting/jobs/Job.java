package de.stadtforum.reporting.jobs;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Something that was asked for, and how far it has come.
///
/// @param kind what is done, such as `release`
/// @param subject what it is done with; of a kind and a subject there is one job
/// @param order what else the one who asked said
/// @param step what is being done now; null before the first
/// @param done of `all`, in whatever the step counts
/// @param failure a rule that refuses it, or the kind of what failed
public record Job(
        String kind,
        String subject,
        SortedMap<String, String> order,
        State state,
        @Nullable String step,
        long done,
        long all,
        @Nullable String failure,
        Instant askedAt,
        @Nullable Instant endedAt) {
    public enum State {
        /// Its turn comes.
        WAITING,
        RUNNING,
        /// Broken off; it is tried again by itself.
        PAUSED,
        DONE,
        FAILED
    }

    /// It goes on without anybody's doing.
    public boolean open() {
        return state == State.WAITING || state == State.RUNNING || state == State.PAUSED;
    }

    public boolean failed() {
        return state == State.FAILED;
    }

    public int percent() {
        return all == 0 ? 0 : (int) (100 * done / all);
    }
}
