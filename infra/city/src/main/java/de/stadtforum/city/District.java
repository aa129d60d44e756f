package de.stadtforum.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One of the city's districts, with its place on the tile map and its council.
///
/// @param hyphenated the name with soft hyphens, where it is too long for a tile on a phone
/// @param areaKm2 square kilometres
/// @param earlierLab such a district is not owed another one
public record District(
        String id,
        String name,
        @Nullable String hyphenated,
        int row,
        int column,
        @Nullable Integer population,
        @Nullable LocalDate populationDate,
        @Nullable Double areaKm2,
        @Nullable EarlierLab earlierLab,
        LocalCouncil council,
        @Nullable String note) {

    public String onTile() {
        return hyphenated == null ? name : hyphenated;
    }

    /// Whether it was without a lab when the resolution came, and is owed one.
    public boolean open() {
        return earlierLab == null;
    }

    /// A lab that was held before the resolution.
    public record EarlierLab(int year, String neighbourhood) {}

    /// The elected council of the district, whatever the state's law calls it.
    public record LocalCouncil(String id, String name, String shortName) {}
}
