package de.stadtforum.membership.bodies;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What the seats of a body are called: several of one name carry a number that stays, since it counts every seat that ever was.
final class SeatLabels {
    private SeatLabels() {}

    /// By seat.
    static SortedMap<String, String> of(Body body) {
        var labels = new TreeMap<String, String>();
        for (var seat : body.seats()) {
            var alike =
                    body.seats().stream().filter(each -> each.name().equals(seat.name())).toList();
            labels.put(
                    seat.id(),
                    alike.size() == 1
                            ? seat.name()
                            : seat.name() + ", Sitz " + (alike.indexOf(seat) + 1));
        }
        return labels;
    }

    /// As a German dictionary does: Arzt, Ärzte, Ohm, Özer, Zander.
    static <T> List<T> inOrder(List<T> all, Function<T, String> words) {
        var german = Collator.getInstance(Locale.GERMAN);
        return all.stream().sorted(Comparator.comparing(words, german)).toList();
    }
}
