package de.stadtforum.reporting.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The districts of the city as the data set `data/districts.json` has them.
///
/// @param due the day by which the open ones should have had a lab (resolution 5.2)
/// @param names by id
/// @param open those without a lab when the resolution came
public record Districts(LocalDate due, Map<String, String> names, Map<String, Boolean> open) {
    static final String FILE = "districts.json";

    private record District(String id, String name, boolean open) {}

    private record File(String source, LocalDate due, java.util.List<District> districts) {}

    public static Districts read() {
        return of(bytes());
    }

    /// The data set as it is today.
    static byte[] bytes() {
        try (var file = Districts.class.getResourceAsStream("/data/" + FILE)) {
            if (file == null) throw new IllegalStateException("the data set has no " + FILE);
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Districts of(byte[] json) {
        var data = JsonMapper.shared().readValue(json, File.class);
        var names = new TreeMap<String, String>();
        var open = new TreeMap<String, Boolean>();
        for (var district : data.districts) {
            names.put(district.id, district.name);
            open.put(district.id, district.open);
        }
        return new Districts(data.due, names, open);
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
