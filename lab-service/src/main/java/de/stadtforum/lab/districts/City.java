package de.stadtforum.lab.districts;

import de.stadtforum.messaging.commands.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The city as the labs need it: its districts, the deadline of resolution 5.2, the bodies of resolution 5.3.
///
/// @param paperNumber what a number of a council paper looks like, as a regular expression
/// @param assembly id of the body that results are reported to (resolution 5.7)
/// @param assemblyName how it is called
/// @param platform the city's own participation platform, where a lab may run (resolution 5.6); null where there is none
/// @param workingGroups ids of its working groups, as a regular expression
public record City(
        String city,
        String source,
        String sourceEn,
        LocalDate labsDueBy,
        String earlierLabs,
        String assembly,
        String assemblyName,
        @Nullable Platform platform,
        String workingGroups,
        String paperNumber,
        List<Body> conceptBefore,
        List<District> districts) {

    public enum Refusal implements Reason {
        /// A paper has a number as the council information system gives it.
        NO_PAPER_NUMBER,
        NO_SUCH_BODY;

        @Override
        public String field() {
            return this == NO_PAPER_NUMBER ? "paper" : "body";
        }
    }

    /// @param url where it is reached
    public record Platform(String name, String url) {}

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

    /// Null where the data do not know it: a page never shows an id.
    public @Nullable String bodyName(String id) {
        if (id.equals(assembly)) return assemblyName;
        return conceptBefore.stream()
                .filter(body -> body.id().equals(id))
                .map(Body::name)
                .findFirst()
                .orElse(null);
    }

    /// Where something is laid before: a body that the data know.
    public boolean isBody(String id) {
        return bodyName(id) != null;
    }

    /// Before which something is laid, for a choice by name.
    public List<Body> bodies() {
        return Stream.concat(
                        conceptBefore.stream(),
                        Stream.of(new Body(assembly, assemblyName, assemblyName)))
                .toList();
    }

    public List<Body> bodiesOf(Collection<String> ids) {
        return bodies().stream().filter(body -> ids.contains(body.id())).toList();
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
