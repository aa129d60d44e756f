package de.stadtforum.lab.districts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One of the city's districts (§ 35 GO NRW), with its place on the tile map.
public record District(
        String id,
        String name,
        int row,
        int column,
        @Nullable Integer population,
        @Nullable LocalDate populationDate,
        @Nullable EarlierLab earlierLab) {

    /// A lab of the first master plan: such a district is not owed another one (resolution 5.2).
    public record EarlierLab(int year, String neighbourhood) {}
}
