package de.stadtforum.messaging.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far the rebuilding of a feed has come, or how the last one ended.
///
/// @param read records of the log that were read, of `all`
/// @param failure the kind of failure, where it failed
public record Rebuild(
        String feed,
        State state,
        long read,
        long all,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String failure) {
    public enum State {
        /// Another feed comes first.
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        /// The program that was at it has gone.
        BROKEN_OFF
    }

    public long percent() {
        return all == 0 ? 0 : 100 * read / all;
    }

    public boolean running() {
        return state == State.RUNNING || state == State.WAITING;
    }
}
