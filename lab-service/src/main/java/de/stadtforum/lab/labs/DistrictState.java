package de.stadtforum.lab.labs;

import de.stadtforum.city.District;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a district stands: the furthest that any of its labs has come (resolution 5.2).
public enum DistrictState {
    HELD,
    RUNNING,
    PLANNED,
    MISSED,
    OPEN;

    public static DistrictState of(District district, Collection<Lab> labs) {
        var furthest = district.earlierLab() == null ? OPEN : HELD;
        for (var lab : of(district.id(), labs))
            if (of(lab).compareTo(furthest) < 0) furthest = of(lab);
        return furthest;
    }

    /// The lab that the map speaks of: the newest that was not missed, else the newest; null where the earlier one counts.
    public static @Nullable Lab newest(District district, Collection<Lab> labs) {
        var newest = Comparator.comparing((Lab lab) -> lab.plan().date()).thenComparing(Lab::id);
        var here = of(district.id(), labs);
        var running =
                here.stream().filter(lab -> lab.course().state() != Lab.State.MISSED).max(newest);
        if (running.isPresent()) return running.get();
        return district.earlierLab() == null ? here.stream().max(newest).orElse(null) : null;
    }

    private static List<Lab> of(String district, Collection<Lab> labs) {
        return labs.stream()
                .filter(lab -> lab.counts() && lab.plan().district().equals(district))
                .toList();
    }

    public static DistrictState of(Lab lab) {
        return switch (lab.course().state()) {
            case HELD -> HELD;
            case OPENED -> RUNNING;
            case PLANNED -> PLANNED;
            case MISSED -> MISSED;
            case CANCELLED -> OPEN;
        };
    }
}
