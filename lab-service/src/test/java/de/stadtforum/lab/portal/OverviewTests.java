package de.stadtforum.lab.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.city.District;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.labs.DistrictState;
import de.stadtforum.lab.labs.Lab;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverviewTests {
    static final LocalDate TODAY = LocalDate.of(2025, 2, 18);
    static final City CITY = City.shipped();

    static Lab lab(
            String district,
            Lab.State state,
            LocalDate date,
            @Nullable LocalDate opened,
            @Nullable LocalDate ended) {
        return new Lab(
                "lab-" + district,
                new Lab.Plan(district, "Mitte", date, Place.HERE, List.of(), null),
                new Lab.Course(state, null, opened, ended, null),
                new Lab.Dialogue(List.of(), List.of()),
                new Lab.Outcome(null, null, List.of()),
                List.of(),
                List.of());
    }

    @Test
    void theCitysDataNameTwelveDistrictsOnTwelveTilesAndThirteenBodies() {
        assertThat(CITY.districts()).hasSize(12);
        assertThat(CITY.districts().stream().map(each -> each.row() + "/" + each.column()))
                .doesNotHaveDuplicates();
        assertThat(CITY.bodiesBefore()).hasSize(13).contains("abooab", "bv-mengede");
        assertThat(CITY.hearsResults("vollversammlung")).isTrue();
        assertThat(CITY.hearsResults("ag-licht")).isTrue();
        assertThat(CITY.hearsResults("rat")).isFalse();
    }

    @Test
    void eightDistrictsAreOwedALabAndALateOneIsNotInTime() {
        var december = LocalDate.of(2024, 12, 31);
        var overview =
                Overview.of(
                        CITY,
                        List.of(
                                lab("eving", Lab.State.HELD, december, null, december),
                                lab(
                                        "mengede",
                                        Lab.State.HELD,
                                        december,
                                        null,
                                        december.plusDays(1)),
                                lab("huckarde", Lab.State.PLANNED, TODAY.plusDays(20), null, null),
                                lab("hombruch", Lab.State.MISSED, december, null, december)),
                        TODAY);
        assertThat(overview.due()).hasSize(8);
        assertThat(overview.kept()).isEqualTo(1);
        assertThat(
                        overview.due().stream()
                                .filter(Overview.Due::late)
                                .map(each -> each.district().id()))
                .containsExactly("huckarde", "mengede");
        assertThat(
                        overview.tiles().stream()
                                .filter(tile -> tile.state() == DistrictState.HELD)
                                .map(tile -> tile.district().id()))
                .contains("eving", "brackel")
                .doesNotContain("huckarde", "hombruch");
    }

    @Test
    void aDistrictShowsTheFurthestOfItsLabs() {
        var date = LocalDate.of(2024, 6, 1);
        var overview =
                Overview.of(
                        CITY,
                        List.of(
                                lab("eving", Lab.State.MISSED, date, null, date),
                                lab("eving", Lab.State.OPENED, TODAY, TODAY.minusDays(3), null)),
                        TODAY);
        assertThat(overview.openNow()).hasSize(1);
        assertThat(
                        overview.tiles().stream()
                                .filter(tile -> tile.district().id().equals("eving"))
                                .map(Overview.Tile::state))
                .containsExactly(DistrictState.RUNNING);
    }

    @Test
    void theMapSpeaksOfTheNewestLabAndOfTheEarlierOneWhereThereIsNone() {
        var overview =
                Overview.of(
                        CITY,
                        List.of(
                                lab("hoerde", Lab.State.PLANNED, TODAY.plusDays(20), null, null),
                                lab("brackel", Lab.State.MISSED, TODAY, null, TODAY),
                                lab("eving", Lab.State.CANCELLED, TODAY, null, null)),
                        TODAY);
        assertThat(tile(overview, "hoerde"))
                .isEqualTo(new Overview.Tile(district("hoerde"), DistrictState.PLANNED, null));
        assertThat(tile(overview, "brackel"))
                .isEqualTo(new Overview.Tile(district("brackel"), DistrictState.HELD, 2017));
        assertThat(tile(overview, "eving").state()).isEqualTo(DistrictState.OPEN);
        assertThat(overview.due().stream().map(Overview.Due::lab)).containsOnlyNulls();
    }

    private static Overview.Tile tile(Overview overview, String district) {
        return overview.tiles().stream()
                .filter(each -> each.district().id().equals(district))
                .findFirst()
                .orElseThrow();
    }

    private static District district(String id) {
        return CITY.district(id).orElseThrow();
    }
}
