package de.stadtforum.lab.districts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One of the city's districts (§ 35 GO NRW), with its place on the tile map.
///
/// @param hyphenated the name with soft hyphens, where it is too long for a tile on a phone
public record District(
        String id,
        String name,
        @Nullable String hyphenated,
        int row,
        int column,
        @Nullable Integer population,
        @Nullable LocalDate populationDate,
        @Nullable EarlierLab earlierLab) {

    public String onTile() {
        return hyphenated == null ? name : hyphenated;
    }

    /// A lab of the first master plan: such a district is not owed another one (resolution 5.2).
    public record EarlierLab(int year, String neighbourhood) {}
}
