package de.stadtforum.session.voting;

import de.stadtforum.session.rosters.Roster;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What seats are called on a page, in German order: by name, with the person where names may be read, else three seats of one faction by a number
/// that stays.
final class SeatLabels {
    private SeatLabels() {}

    /// @param people names by person; nothing where the reader must not see them
    static SequencedMap<String, String> of(
            Map<String, Entrant> electorate, Roster roster, @Nullable Map<String, String> people) {
        var persons = new TreeMap<String, String>();
        electorate.forEach((seat, entrant) -> persons.put(seat, entrant.person()));
        return named(persons, roster, people);
    }

    /// @param persons by seat; empty where the seat is vacant
    static SequencedMap<String, String> named(
            Map<String, String> persons, Roster roster, @Nullable Map<String, String> people) {
        var labels = new ArrayList<Map.Entry<String, String>>();
        persons.forEach(
                (seat, person) -> labels.add(Map.entry(seat, label(seat, person, roster, people))));
        var words = Collator.getInstance(Locale.GERMAN);
        labels.sort(
                Comparator.comparing(Map.Entry<String, String>::getValue, words)
                        .thenComparing(Map.Entry::getKey));
        var ordered = new LinkedHashMap<String, String>();
        labels.forEach(each -> ordered.put(each.getKey(), each.getValue()));
        return ordered;
    }

    private static String label(
            String seat, String person, Roster roster, @Nullable Map<String, String> people) {
        var known = roster.seats().get(seat);
        var name = known == null ? "?" : known.name();
        var who = people == null ? null : known(people, person);
        if (who != null) return name + " (" + who + ")";
        var alike = alike(name, roster);
        return alike.size() < 2 ? name : name + ", Sitz " + (alike.indexOf(seat) + 1);
    }

    /// A name that is not known, or no longer, is left out: an id is none.
    static @Nullable String known(Map<String, String> people, String person) {
        var name = people.get(person);
        return person.equals(name) ? null : name;
    }

    /// Counted over all seats that the body ever had, so that the number stays.
    private static List<String> alike(String name, Roster roster) {
        return roster.seats().entrySet().stream()
                .filter(each -> each.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }
}
