package de.stadtforum.web;

import de.stadtforum.messaging.feeds.DeadLetter;
import de.stadtforum.messaging.feeds.DeadLetter.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/// The dead letters of one aggregate in one feed, with the one reason for which it does not go on.
///
/// @param from the first fact that the feed does not have
/// @param upTo the last fact without which it could go on: the first that cannot be taken, or the one before the first that waits
/// @param rule that the own service refused what follows with, in the words of its enum; null where nothing was refused
/// @param attempts how often that was tried
/// @param alarm nothing stands still; it is to be looked into and taken off the list
record Stuck(
        String feed,
        String aggregate,
        Cause cause,
        long from,
        long upTo,
        @Nullable String rule,
        int attempts,
        boolean alarm,
        List<DeadLetter> letters) {

    /// @param next the first fact that a feed does not have of an aggregate
    static List<Stuck> of(List<DeadLetter> letters, ToLongBiFunction<String, String> next) {
        var groups = new LinkedHashMap<String, List<DeadLetter>>();
        for (var letter : letters) {
            var group =
                    letter.alarm() ? letter.id() : letter.feed() + "/" + letter.aggregate() + "/";
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(letter);
        }
        return groups.values().stream().map(each -> one(each, next)).toList();
    }

    /// How many facts are missing or cannot be taken.
    public long missing() {
        return Math.max(1, upTo - from + 1);
    }

    /// Nobody's aggregate and nobody's feed.
    public boolean nobodys() {
        return cause == Cause.UNREADABLE_ENVELOPE;
    }

    private static Stuck one(List<DeadLetter> letters, ToLongBiFunction<String, String> next) {
        var first = letters.getFirst(); // they come by sequence
        var reason =
                letters.stream()
                        .filter(letter -> letter.cause() != Cause.GAP)
                        .findFirst()
                        .orElse(first);
        var upTo = reason.cause() == Cause.GAP ? reason.sequence() - 1 : reason.sequence();
        return new Stuck(
                first.feed(),
                first.aggregate(),
                reason.cause(),
                first.alarm() ? upTo : next.applyAsLong(first.feed(), first.aggregate()),
                upTo,
                reason.rule(),
                reason.attempts(),
                first.alarm(),
                letters);
    }
}
