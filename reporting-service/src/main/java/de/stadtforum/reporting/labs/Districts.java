package de.stadtforum.reporting.labs;

import de.stadtforum.city.City;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The districts of the city, as the figures name and count them.
///
/// @param due the day by which the open ones should have had a lab (resolution 5.2)
/// @param names by id
/// @param open those without a lab when the resolution came
public record Districts(
        LocalDate due, SortedMap<String, String> names, SortedMap<String, Boolean> open) {
    /// The city's file that they stand in.
    public static final String FILE = "districts.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record District(String id, String name, @Nullable Object earlierLab) {}

    private record File(LocalDate labsDueBy, List<District> districts) {}

    public static Districts of(City city) {
        return of(bytes(city));
    }

    /// The city's file as it is today.
    public static byte[] bytes(City city) {
        return city.folder().find(FILE).orElseThrow().getBytes(StandardCharsets.UTF_8);
    }

    /// As a file has them that was kept with a report.
    public static Districts of(byte[] json) {
        var file = MAPPER.readValue(json, File.class);
        var names = new TreeMap<String, String>();
        var open = new TreeMap<String, Boolean>();
        for (var district : file.districts) {
            names.put(district.id, district.name);
            open.put(district.id, district.earlierLab == null);
        }
        return new Districts(file.labsDueBy, names, open);
    }

    public String name(String id) {
        return names.getOrDefault(id, id);
    }

    public boolean wasOpen(String id) {
        return open.getOrDefault(id, false);
    }

    public int openOnes() {
        return openIds().size();
    }

    /// The ids of those without a lab when the resolution came.
    public List<String> openIds() {
        return open.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }
}
