package de.stadtforum.city;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `city.json`: what there is once in a city.
///
/// @param id part of each fact's source
/// @param key the official municipality key; null for a city that does not exist
/// @param assembly id of the body that the platform is for
/// @param reportedTo id of the committee that gets the interim reports
/// @param reports how often
/// @param paperNumber what a number of a council paper looks like, as a regular expression
/// @param paperExamples such numbers, for hints
/// @param workingGroups ids of the assembly's working groups, as a regular expression
/// @param factionSeats what the id of a faction's seat begins with
/// @param platform the city's own participation platform; null where there is none
/// @param operatedBy which department runs which program, by its name
public record Profile(
        String id,
        String name,
        @Nullable String key,
        String state,
        String assembly,
        String steeringGroup,
        String reportedTo,
        Reports reports,
        String paperNumber,
        List<String> paperExamples,
        String workingGroups,
        String factionSeats,
        @Nullable Platform platform,
        Map<String, String> operatedBy) {

    public enum Reports {
        QUARTERLY,
        HALF_YEARLY,
        YEARLY
    }

    /// @param url where it is reached
    public record Platform(String name, String url) {}
}
