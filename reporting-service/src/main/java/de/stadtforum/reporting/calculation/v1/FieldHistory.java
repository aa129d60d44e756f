package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import de.stadtforum.contracts.session.FieldFact.FieldShaped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of action as its facts tell it.
///
/// @param lab the lab that it grew from
/// @param shapedOn the days on which it was shaped further
public record FieldHistory(
        String title, @Nullable String lab, @Nullable LocalDate namedOn, List<LocalDate> shapedOn) {
    public static final FieldHistory NONE = new FieldHistory("", null, null, List.of());

    public FieldHistory after(FieldFact fact) {
        return switch (fact) {
            case FieldNamed it -> new FieldHistory(it.title().text(), it.lab(), it.on(), shapedOn);
            case FieldShaped it -> {
                var days = new ArrayList<>(shapedOn);
                days.add(it.on());
                yield new FieldHistory(title, lab, namedOn, days);
            }
        };
    }
}
