package de.stadtforum.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `institutions.json`: who sends members to the assembly.
///
/// @param factionSeats how many votes the council's factions fill, by their mandates
/// @param offices who belongs to it by office, with a vote
/// @param advisory who speaks and does not vote
public record Institutions(
        int factionSeats,
        List<Institution> voting,
        List<Institution> offices,
        List<Institution> advisory,
        @Nullable List<String> notes) {
    public Institutions {
        voting = List.copyOf(voting);
        offices = List.copyOf(offices);
        advisory = List.copyOf(advisory);
    }

    public record Institution(String id, String name, @Nullable String note) {}
}
