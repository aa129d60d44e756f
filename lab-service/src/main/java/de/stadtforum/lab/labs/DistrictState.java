package de.stadtforum.lab.labs;

import de.stadtforum.lab.districts.District;
import java.util.Collection;

/// Where a district stands: the furthest that any of its labs has come (resolution 5.2).
public enum DistrictState {
    HELD,
    RUNNING,
    PLANNED,
    MISSED,
    OPEN;

    public static DistrictState of(District district, Collection<Lab> labs) {
        var furthest = district.earlierLab() == null ? OPEN : HELD;
        for (var lab : labs)
            if (lab.plan().district().equals(district.id()) && of(lab).compareTo(furthest) < 0)
                furthest = of(lab);
        return furthest;
    }

    private static DistrictState of(Lab lab) {
        return switch (lab.course().state()) {
            case HELD -> HELD;
            case OPENED -> RUNNING;
            case PLANNED -> PLANNED;
            case MISSED -> MISSED;
        };
    }
}
