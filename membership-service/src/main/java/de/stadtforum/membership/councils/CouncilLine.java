package de.stadtforum.membership.councils;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A council as a list names it.
///
/// @param asOf the day of its latest composition
/// @param factions how many it has since then
/// @param compositions how many are on record
record CouncilLine(
        String id, String name, @Nullable LocalDate asOf, int factions, int compositions) {
    static CouncilLine of(Council council) {
        var all = council.compositions();
        var latest = all.isEmpty() ? null : all.getLast();
        return new CouncilLine(
                council.id(),
                council.name(),
                latest == null ? null : latest.asOf(),
                latest == null ? 0 : latest.factions().size(),
                all.size());
    }
}
