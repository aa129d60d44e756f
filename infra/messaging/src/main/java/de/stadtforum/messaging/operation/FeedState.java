package de.stadtforum.messaging.operation;

import de.stadtforum.messaging.replay.Rebuild;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one feed stands.
///
/// @param facts whose facts it folds, such as `VotingFact`
/// @param topics where they come from
/// @param behind records of these topics that it has not taken yet; null when the broker does not say
/// @param stopped aggregates with which it does not go on, the first twenty
/// @param uncounted keys of which what is kept is not computed again yet, at most 1,000
/// @param rebuild the running or the last one
public record FeedState(
        String name,
        String facts,
        List<String> topics,
        @Nullable Long behind,
        List<String> stopped,
        long deadLetters,
        int uncounted,
        @Nullable Rebuild rebuild) {}
