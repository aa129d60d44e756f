package de.stadtforum.reporting.labs;

import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.EntryKind;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Measure;
import de.stadtforum.reporting.measures.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The districts that had no lab when the resolution came, and whether each had one by the day that it sets (resolution 5.2).
///
/// @param open so many districts had none
/// @param held so many had one by the day, or by the last day of the span where that comes first
/// @param late so many had one, but after the day
/// @param missing names of those without one in time
/// @param unplanned so many of the missing have none planned for in time either
/// @param daysLeft to the day that is set; less than nothing when it is past
public record LabsInDistricts(
        int open,
        int held,
        int late,
        List<String> missing,
        int unplanned,
        LocalDate due,
        int daysLeft,
        List<Evidence> evidence) {

    public static Measure<LabsInDistricts> of(Districts districts) {
        return (known, span, parameters) ->
                of(known, span, districts, parameters.day("due").orElse(districts.due()));
    }

    private static LabsInDistricts of(
            Knowledge known, Span span, Districts districts, LocalDate due) {
        var inTime = span.until().isBefore(due) ? span.until() : due;
        var missing = new ArrayList<String>();
        var shown = new ArrayList<Entry>();
        var held = 0;
        var late = 0;
        var unplanned = 0;
        for (var district : districts.openIds()) {
            var labs =
                    known.all(EntryKind.LAB)
                            .filter(each -> each.mark("district").equals(district))
                            .toList();
            shown.addAll(labs);
            if (labs.stream().anyMatch(each -> heldBy(known, each, inTime))) {
                held++;
                continue;
            }
            missing.add(districts.name(district));
            if (labs.stream().anyMatch(each -> heldBy(known, each, span.until()))) late++;
            else if (labs.stream().noneMatch(each -> isPlanned(known, each, span.until(), due)))
                unplanned++;
        }
        return new LabsInDistricts(
                districts.openIds().size(),
                held,
                late,
                missing,
                unplanned,
                due,
                (int) ChronoUnit.DAYS.between(span.until(), due),
                LabEvidence.of(shown.stream()));
    }

    private static boolean heldBy(Knowledge known, Entry lab, LocalDate day) {
        return known.any(EntryKind.LAB_HELD, lab.subject(), each -> !each.on().isAfter(day));
    }

    private static boolean isPlanned(Knowledge known, Entry lab, LocalDate today, LocalDate due) {
        return !lab.on().isBefore(today)
                && !lab.on().isAfter(due)
                && known.first(EntryKind.LAB_MISSED, lab.subject()).isEmpty();
    }
}
