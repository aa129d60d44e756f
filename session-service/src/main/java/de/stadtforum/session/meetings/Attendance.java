package de.stadtforum.session.meetings;

import de.stadtforum.contracts.session.MeetingFact.Presence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who was there, in the order in which it was recorded; for each seat the entry with the latest hour holds.
///
/// @param quorum as it was last found; presumed while null
public record Attendance(List<Entry> entries, @Nullable Quorum quorum) {
    static final Attendance NONE = new Attendance(List.of(), null);

    /// @param deputy sits "i. V. f." the seat's delegate
    public record Entry(
            String seat, String person, Presence presence, boolean deputy, Instant at) {}

    /// @param statutory the statutory number of votes
    public record Quorum(int present, int statutory, boolean quorate) {
        /// More than half of the statutory number (§ 49 Abs. 1 GO NRW).
        static Quorum of(int present, int statutory) {
            return new Quorum(present, statutory, 2 * present > statutory);
        }
    }

    public Attendance {
        entries = List.copyOf(entries);
    }

    public SortedMap<String, Entry> bySeat() {
        var newest = new TreeMap<String, Entry>();
        entries.stream()
                .sorted(Comparator.comparing(Entry::at))
                .forEach(entry -> newest.put(entry.seat, entry));
        return newest;
    }

    public SortedMap<String, Entry> present() {
        var there = bySeat();
        there.values().removeIf(entry -> entry.presence != Presence.PRESENT);
        return there;
    }

    /// Nobody fills two seats at once: who deputises acts for that seat only.
    boolean sitsElsewhere(Entry next) {
        return next.presence == Presence.PRESENT
                && present().values().stream()
                        .anyMatch(entry ->
                                entry.person.equals(next.person) && !entry.seat.equals(next.seat));
    }

    /// The same entry after another one is a new one: who left and came back came twice.
    boolean repeats(Entry next) {
        Entry last = null;
        for (var each : entries) if (each.seat.equals(next.seat)) last = each;
        return next.equals(last);
    }

    Attendance with(Entry next) {
        var all = new ArrayList<>(entries);
        all.add(next);
        return new Attendance(all, quorum);
    }

    /// The last of several that are alike.
    Attendance without(Entry wrong) {
        var all = new ArrayList<>(entries);
        all.remove(all.lastIndexOf(wrong));
        return new Attendance(all, quorum);
    }

    Attendance with(Quorum found) {
        return new Attendance(entries, found);
    }
}
