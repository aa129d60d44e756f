package de.stadtforum.session.meetings;

import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.session.rosters.Seat;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The list that goes round: each seat of a body on a day, and who may sit there.
///
/// @param labels seats of one name are told apart by a number that stays
/// @param choices for each seat its delegate, and its deputies as `i-v:person`
/// @param people names by person
public record AttendanceSheet(
        SequencedMap<String, Seat> seats,
        Map<String, String> labels,
        Map<String, List<String>> choices,
        Map<String, String> people) {
    static final String DEPUTY = "i-v:";

    /// A row as it stands: `person/PRESENT`, `i-v:person/PRESENT`, or nothing.
    public static String row(Attendance.@Nullable Entry entry) {
        return entry == null ? "" : who(entry) + "/" + entry.presence().name();
    }

    /// As the list offers it.
    public static String who(Attendance.Entry entry) {
        return entry.deputy() ? DEPUTY + entry.person() : entry.person();
    }

    /// @param others who are named beside them
    public static AttendanceSheet of(
            Roster roster, LocalDate day, Collection<String> others, Names names) {
        var seats = roster.seatsOn(day);
        var people = new TreeSet<>(others);
        var choices = new LinkedHashMap<String, List<String>>();
        seats.forEach((id, seat) -> {
            var some = new ArrayList<String>();
            var delegate = seat.delegateOn(day);
            if (delegate != null) some.add(delegate);
            people.addAll(some);
            seat.deputiesOn(day).forEach(deputy -> some.add(DEPUTY + deputy));
            people.addAll(seat.deputiesOn(day));
            choices.put(id, some);
        });
        return new AttendanceSheet(
                inGermanOrder(seats), labels(seats), choices, names.persons(people));
    }

    /// Without anybody who may sit there.
    public static AttendanceSheet forThePublic(Roster roster, LocalDate day) {
        var seats = roster.seatsOn(day);
        return new AttendanceSheet(inGermanOrder(seats), labels(seats), Map.of(), Map.of());
    }

    /// As an index of names is read (DIN 5007).
    private static SequencedMap<String, Seat> inGermanOrder(SortedMap<String, Seat> seats) {
        var german = Collator.getInstance(Locale.GERMAN);
        var sorted = new LinkedHashMap<String, Seat>();
        seats.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<String, Seat> each) -> each.getValue().name(),
                                        german)
                                .thenComparing(Map.Entry::getKey))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    private static Map<String, String> labels(SortedMap<String, Seat> seats) {
        var alike = new TreeMap<String, Integer>();
        seats.values().forEach(seat -> alike.merge(seat.name(), 1, Integer::sum));
        var count = new TreeMap<String, Integer>();
        var labels = new LinkedHashMap<String, String>();
        seats.forEach((id, seat) -> {
            var number = count.merge(seat.name(), 1, Integer::sum);
            labels.put(
                    id,
                    alike.getOrDefault(seat.name(), 1) > 1
                            ? seat.name() + ", Sitz " + number
                            : seat.name());
        });
        return labels;
    }
}
