package de.stadtforum.gateway.cache;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// The commands that one service took, as far as they make old what is kept of it: who wrote reads what was written. A command that says what it
/// changes ([#CHANGES]) makes old what shows that ([#SHOWS]), and what does not say what it shows; any other makes old all that is kept of its service.
///
/// Tags share a fixed number of places: two that meet in one make each other's pages old, and nothing has ever to be forgotten.
final class Commands {
    /// On the answer to a command: what it changes and nothing else, separated by spaces.
    static final String CHANGES = "Stadtforum-Changes";

    /// On a page: of what it shows something and of nothing else, separated by spaces.
    static final String SHOWS = "Stadtforum-Shows";

    /// A power of two. With twenty commands of three tags a second, three of a hundred pages that are kept for five seconds and show three tags are asked for again for
    /// nothing.
    private static final int PLACES = 1 << 15;

    private final AtomicLong taken = new AtomicLong();

    /// Number of the last one that concerns everything.
    private final AtomicLong ofAll = new AtomicLong();

    /// Numbers of the last ones, by the place of what they change.
    private final AtomicLongArray last = new AtomicLongArray(PLACES);

    /// @param changed empty where the command does not say
    void take(Collection<String> changed) {
        var number = taken.incrementAndGet();
        if (changed.isEmpty()) ofAll.accumulateAndGet(number, Math::max);
        else for (var each : changed) last.accumulateAndGet(placeOf(each), number, Math::max);
    }

    private static int placeOf(String tag) {
        var hash = tag.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & PLACES - 1;
    }

    Moment now() {
        return new Moment(this, taken.get());
    }

    /// When a service was asked.
    record Moment(Commands commands, long number) {
        boolean nothingSince() {
            return commands.taken.get() == number;
        }

        boolean nothingSinceAbout(Collection<String> shown) {
            if (nothingSince()) return true;
            if (shown.isEmpty() || commands.ofAll.get() > number) return false;
            return shown.stream().allMatch(each -> commands.last.get(placeOf(each)) <= number);
        }
    }
}
