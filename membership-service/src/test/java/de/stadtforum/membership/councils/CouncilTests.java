package de.stadtforum.membership.councils;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.membership.CouncilFact.CompositionRecorded;
import de.stadtforum.membership.councils.Council.Refusal;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CouncilTests {
    private static final Composition FIRST = composition("2023-12-12", 27);
    private static final Composition LATER = composition("2024-11-15", 26);

    @Test
    void tellsMandatesByFactionAndOnlyTheNumberOfTheUnattached() {
        var recorded = (Changed<Council>) Council.record(null, "rat-2020", "Rat", FIRST);

        assertThat(recorded.facts())
                .containsExactly(
                        new CompositionRecorded(
                                LocalDate.parse("2023-12-12"),
                                new TreeMap<>(Map.of("spd", 27, "cdu", 20)),
                                2));
    }

    @Test
    void theDateAloneDecidesWhichCompositionHolds() {
        var council = after(after(council(LATER), composition("2024-05-01", 25)), FIRST);

        assertThat(council.on(LocalDate.parse("2023-12-11"))).isEmpty();
        assertThat(council.on(LocalDate.parse("2024-04-30"))).contains(FIRST);
        assertThat(
                        council.on(LocalDate.parse("2024-11-14"))
                                .orElseThrow()
                                .factions()
                                .getFirst()
                                .mandates())
                .isEqualTo(25);
        assertThat(council.on(LocalDate.parse("2024-11-15"))).contains(LATER);
    }

    @Test
    void repeatsWithoutChangeAndRefusesToRewrite() {
        assertThat(Council.record(council(FIRST), "rat-2020", "Rat", FIRST)).isEqualTo(unchanged());
        assertThat(Council.record(council(FIRST), "rat-2020", "Rat", LATER))
                .isEqualTo(refused(Refusal.COUNCIL_EXISTS));
        assertThat(council(FIRST).take(FIRST)).isEqualTo(unchanged());
        assertThat(council(FIRST).take(composition("2023-12-12", 28)))
                .isEqualTo(refused(Refusal.COMPOSITION_DIFFERS));
    }

    @Test
    void refusesTheSameFactionTwice() {
        var spd = new Faction("spd", "SPD-Fraktion", 27);
        var twice = new Composition(LocalDate.parse("2024-01-01"), List.of(spd), List.of(spd));

        assertThat(council(FIRST).take(twice)).isEqualTo(refused(Refusal.FACTION_NAMED_TWICE));
    }

    private static Council council(Composition first) {
        return ((Changed<Council>) Council.record(null, "rat-2020", "Rat", first)).state();
    }

    private static Council after(Council council, Composition next) {
        Decision<Council> decision = council.take(next);
        return ((Changed<Council>) decision).state();
    }

    private static Composition composition(String asOf, int spd) {
        return new Composition(
                LocalDate.parse(asOf),
                List.of(
                        new Faction("spd", "SPD-Fraktion", spd),
                        new Faction("cdu", "CDU-Fraktion", 20)),
                List.of(new Faction("rechte", "Die Rechte", 1), new Faction("bvt", "BVT", 1)));
    }
}
