package de.stadtforum.city;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `councils.json`: the elected councils, each with its factions as they stood on a day.
public record Councils(List<Council> councils) {
    public Councils {
        councils = List.copyOf(councils);
    }

    /// @param unattached councillors, and lists too small for a faction
    public record Council(
            String id,
            String name,
            LocalDate elected,
            LocalDate asOf,
            List<Faction> factions,
            List<Faction> unattached,
            @Nullable List<String> sources,
            @Nullable List<String> notes) {
        public Council {
            factions = List.copyOf(factions);
            unattached = List.copyOf(unattached);
        }
    }

    public record Faction(String id, String name, int mandates, @Nullable String note) {}
}
