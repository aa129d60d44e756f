package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact.Choice;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The count of a vote on paper holds when two different accounts typed in the same; if they differ both start anew.
///
/// @param second set once it agrees with the first
/// @param differing a second count that did not agree and ended the round
public record Counting(@Nullable Count first, @Nullable Count second, @Nullable Count differing) {
    static final Counting NONE = new Counting(null, null, null);

    public record Count(String account, SortedMap<Choice, Integer> tally) {
        static Count of(String account, SortedMap<Choice, Integer> typed) {
            var complete = new TreeMap<Choice, Integer>();
            for (var choice : Vote.CHOICES) complete.put(choice, typed.getOrDefault(choice, 0));
            return new Count(account, complete);
        }

        int ballots() {
            return tally.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public boolean agreed() {
        return second != null;
    }

    boolean knows(Count count) {
        return count.equals(first) || count.equals(second);
    }

    Counting with(Count count) {
        if (first == null || first.account.equals(count.account))
            return new Counting(count, null, null);
        return first.tally.equals(count.tally)
                ? new Counting(first, count, null)
                : new Counting(null, null, count);
    }
}
