package de.stadtforum.membership.councils;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The factions and the unattached councillors, valid from `asOf` until the next composition.
public record Composition(LocalDate asOf, List<Faction> factions, List<Faction> unattached) {
    public Composition {
        factions = List.copyOf(factions);
        unattached = List.copyOf(unattached);
    }

    public int factionMandates() {
        return factions.stream().mapToInt(Faction::mandates).sum();
    }

    public int unattachedMandates() {
        return unattached.stream().mapToInt(Faction::mandates).sum();
    }

    boolean namesEachOnce() {
        var all = factions.size() + unattached.size();
        return Stream.of(factions, unattached)
                        .flatMap(List::stream)
                        .map(Faction::id)
                        .distinct()
                        .count()
                == all;
    }

    SortedMap<String, Integer> mandates() {
        var mandates = new TreeMap<String, Integer>();
        factions.forEach(faction -> mandates.put(faction.id(), faction.mandates()));
        return mandates;
    }
}
