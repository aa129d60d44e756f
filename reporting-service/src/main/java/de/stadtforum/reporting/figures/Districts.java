package de.stadtforum.reporting.figures;

import de.stadtforum.city.City;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// The districts of the city, as the figures name and count them.
///
/// @param due the day by which the open ones should have had a lab (resolution 5.2)
/// @param names by id
/// @param open those without a lab when the resolution came
public record Districts(LocalDate due, Map<String, String> names, Map<String, Boolean> open) {
    public static Districts of(City city) {
        var names = new TreeMap<String, String>();
        var open = new TreeMap<String, Boolean>();
        for (var district : city.districts()) {
            names.put(district.id(), district.name());
            open.put(district.id(), district.open());
        }
        return new Districts(city.labsDueBy(), names, open);
    }

    String name(String id) {
        return names.getOrDefault(id, id);
    }

    boolean wasOpen(String id) {
        return open.getOrDefault(id, false);
    }

    int openOnes() {
        return (int) open.values().stream().filter(each -> each).count();
    }
}
