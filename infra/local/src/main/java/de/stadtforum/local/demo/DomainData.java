package de.stadtforum.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Council, institutions, bodies and districts of Dortmund, with their sources, as they lie beside this class.
final class DomainData {
    /// @param id as on the platform, in small letters
    record Entry(String id, String name, JsonNode all) {}

    private final JsonNode council = read("council-2020.json");
    private final JsonNode institutions = read("institutions.json");
    private final JsonNode bodies = read("bodies.json");

    List<Entry> factions() {
        return entries(council.get("factions"));
    }

    List<Entry> singleCouncillors() {
        return entries(council.get("singleMembers"));
    }

    List<Entry> votingInstitutions() {
        return entries(institutions.get("votingInstitutions"));
    }

    List<Entry> votingOffices() {
        return entries(institutions.get("votingExOfficio"));
    }

    List<Entry> advisoryInstitutions() {
        return entries(institutions.get("advisoryInstitutions"));
    }

    List<Entry> bodies() {
        return entries(bodies.get("bodies"));
    }

    List<Entry> departments() {
        return entries(bodies.get("departments"));
    }

    private static List<Entry> entries(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each ->
                        new Entry(
                                each.get("id")
                                        .asString()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                                each.get("nameDe").asString(),
                                each))
                .toList();
    }

    private static JsonNode read(String name) {
        try (var file = DomainData.class.getResourceAsStream("/demo/" + name)) {
            if (file == null) throw new DemoFailed(name + " is missing");
            return JsonMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
