package de.stadtforum.lab.districts;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The city as the labs need it: its districts, the deadline of resolution 5.2, the bodies of resolution 5.3.
///
/// @param resultsGoTo ids of the bodies that results are reported to (resolution 5.7), as a regular expression
public record City(
        String city,
        String source,
        String sourceEn,
        LocalDate labsDueBy,
        String earlierLabs,
        String resultsGoTo,
        List<Body> conceptBefore,
        List<District> districts) {

    /// A body that the concept must lie before.
    public record Body(String id, String name, String shortName) {}

    public City {
        conceptBefore = List.copyOf(conceptBefore);
        districts = List.copyOf(districts);
        Pattern.compile(resultsGoTo);
    }

    public Optional<District> district(String id) {
        return districts.stream().filter(district -> district.id().equals(id)).findFirst();
    }

    /// The districts that had no lab before: each is owed one until the deadline.
    public List<District> open() {
        return districts.stream().filter(district -> district.earlierLab() == null).toList();
    }

    public Set<String> bodiesBefore() {
        var ids = new LinkedHashSet<String>();
        conceptBefore.forEach(body -> ids.add(body.id()));
        return ids;
    }

    public boolean hearsResults(String body) {
        return Pattern.matches(resultsGoTo, body);
    }
}
