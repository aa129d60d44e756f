package de.stadtforum.lab.districts;

import de.stadtforum.messaging.Reason;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The city as the labs need it: its districts, the deadline of resolution 5.2, the bodies of resolution 5.3.
///
/// @param paperNumber what a number of a council paper looks like, as a regular expression
/// @param assembly id of the body that results are reported to (resolution 5.7)
/// @param workingGroups ids of its working groups, as a regular expression
public record City(
        String city,
        String source,
        String sourceEn,
        LocalDate labsDueBy,
        String earlierLabs,
        String assembly,
        String workingGroups,
        String paperNumber,
        List<Body> conceptBefore,
        List<District> districts) {

    public enum Refusal implements Reason {
        /// A paper has a number as the council information system gives it.
        NO_PAPER_NUMBER
    }

    /// A body that the concept must lie before.
    public record Body(String id, String name, String shortName) {}

    public City {
        conceptBefore = List.copyOf(conceptBefore);
        districts = List.copyOf(districts);
        Pattern.compile(workingGroups);
        Pattern.compile(paperNumber);
    }

    public Optional<District> district(String id) {
        return districts.stream().filter(district -> district.id().equals(id)).findFirst();
    }

    /// The id itself where the data do not know it.
    public String nameOf(String id) {
        return district(id).map(District::name).orElse(id);
    }

    /// The id itself where the data do not know it.
    public String bodyName(String id) {
        return conceptBefore.stream()
                .filter(body -> body.id().equals(id))
                .map(Body::name)
                .findFirst()
                .orElse(id);
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

    /// A presentation without a paper is made orally.
    public boolean isPaperNumber(@Nullable String paper) {
        return paper == null || Pattern.matches(paperNumber, paper);
    }

    public boolean hearsResults(String body) {
        return body.equals(assembly) || Pattern.matches(workingGroups, body);
    }
}
