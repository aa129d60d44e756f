package de.stadtforum.lab.portal;

import de.stadtforum.city.City;
import de.stadtforum.city.District;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.labs.DistrictState;
import de.stadtforum.lab.labs.Lab;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The city at a glance: each district on the map, and the districts that are owed a lab against the deadline (resolution 5.2).
record Overview(List<Tile> tiles, List<Due> due, List<Lab> openNow) {

    /// A district on the map, as its newest lab stands.
    ///
    /// @param year of the earlier lab, where the state is that one's
    record Tile(District district, DistrictState state, @Nullable Integer year) {
        static Tile of(District district, List<Lab> labs) {
            var newest = DistrictState.newest(district, labs);
            if (newest != null) return new Tile(district, DistrictState.of(newest), null);
            var earlier = district.earlierLab();
            return earlier == null
                    ? new Tile(district, DistrictState.OPEN, null)
                    : new Tile(district, DistrictState.HELD, earlier.year());
        }
    }

    /// A district that is owed a lab.
    ///
    /// @param lab the one that counts: held, else running, planned, missed
    record Due(District district, DistrictState state, @Nullable Lab lab, boolean late) {}

    static Overview of(City city, List<Lab> labs, LocalDate today) {
        var tiles =
                city.districts().stream()
                        .sorted(
                                Comparator.comparingInt(District::row)
                                        .thenComparingInt(District::column))
                        .map(district -> Tile.of(district, labs))
                        .toList();
        var due = city.open().stream().map(district -> due(city, district, labs)).toList();
        var openNow =
                labs.stream()
                        .filter(lab -> lab.course().state() == Lab.State.OPENED)
                        .filter(lab ->
                                lab.plan().place() == Place.CITY_TOOL
                                        || lab.takesOnlineContributions(today))
                        .toList();
        return new Overview(tiles, due, openNow);
    }

    private static Due due(City city, District district, List<Lab> labs) {
        var state = DistrictState.of(district, labs);
        var counts =
                labs.stream()
                        .filter(lab -> lab.counts() && lab.plan().district().equals(district.id()))
                        .min(
                                Comparator.comparing((Lab lab) ->
                                                DistrictState.of(district, List.of(lab)))
                                        .thenComparing(lab -> lab.plan().date()))
                        .orElse(null);
        var late =
                counts != null
                        && state != DistrictState.MISSED
                        && day(counts).isAfter(city.labsDueBy());
        return new Due(district, state, counts, late);
    }

    private static LocalDate day(Lab lab) {
        var ended = lab.course().ended();
        return ended == null ? lab.plan().date() : ended;
    }

    /// Held until the deadline.
    public long kept() {
        return due.stream()
                .filter(each -> each.state() == DistrictState.HELD && !each.late())
                .count();
    }
}
