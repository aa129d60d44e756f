package de.stadtforum.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import de.stadtforum.contracts.session.VotingFact.Choice;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class FactMapperTests {
    private static final JsonMapper MAPPER = FactMapper.create();

    enum Weather {
        DRY,
        RAIN,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    sealed interface Way {
        record OnFoot(int minutes) implements Way {}

        record ByTram(String line, @Nullable Way then) implements Way {}

        record Unmoved() implements Way {}
    }

    record Walk(
            String zone,
            Weather weather,
            LocalDate day,
            Instant at,
            @Nullable String dog,
            Way way,
            List<Way> more,
            SortedMap<String, Way> named,
            boolean alone) {}

    private static final Walk WALK =
            new Walk(
                    "mengede",
                    Weather.RAIN,
                    LocalDate.of(2024, 3, 5),
                    Instant.parse("2024-03-05T16:00:00Z"),
                    null,
                    new Way.ByTram("U47", new Way.OnFoot(5)),
                    List.of(new Way.Unmoved(), new Way.OnFoot(1)),
                    new TreeMap<>(Map.of("a.b", new Way.Unmoved())),
                    true);
    private static final String JSON =
            """
            {"zone":"mengede","weather":"RAIN","day":"2024-03-05","at":"2024-03-05T16:00:00Z",\
            "way":{"kind":"by-tram","line":"U47","then":{"kind":"on-foot","minutes":5}},\
            "more":[{"kind":"unmoved"},{"kind":"on-foot","minutes":1}],\
            "named":{"a.b":{"kind":"unmoved"}},"alone":true}\
            """;

    @Test
    void writesInTheOrderOfTheRecordAndNamesTheKindOfWhatIsSealed() {
        assertThat(MAPPER.writeValueAsString(WALK)).isEqualTo(JSON);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(MAPPER.readValue(JSON, Walk.class)).isEqualTo(WALK);
    }

    @Test
    void writesAFactWithoutItsKindWhichStandsInTheEnvelope() {
        var tally = new TreeMap<>(Map.of(Choice.NO, 2, Choice.YES, 14));
        var fact = new VoteClosed(tally, true, LocalDate.of(2024, 3, 5));
        var json = "{\"tally\":{\"YES\":14,\"NO\":2},\"carried\":true,\"on\":\"2024-03-05\"}";
        assertThat(MAPPER.writeValueAsString(fact)).isEqualTo(json);
        assertThat(MAPPER.readValue(json, VoteClosed.class)).isEqualTo(fact);
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        var tomorrow =
                JSON.replace("\"RAIN\"", "\"HAIL\"")
                        .replace("\"minutes\":5", "\"minutes\":5,\"shoes\":{\"size\":42}");
        var walk = MAPPER.readValue(tomorrow, Walk.class);
        assertThat(walk.weather()).isEqualTo(Weather.UNKNOWN);
        assertThat(walk.way()).isEqualTo(WALK.way());
    }

    @Test
    void readsAnUnknownConstantAlsoAsTheKeyOfAMap() {
        var closed =
                MAPPER.readValue(
                        "{\"tally\":{\"YES\":14,\"PERHAPS\":1},\"carried\":true}",
                        VoteClosed.class);
        assertThat(closed.tally()).containsOnlyKeys(Choice.YES, Choice.UNKNOWN);
    }

    @Test
    void readsWhatIsMissingAsNull() {
        assertThat(MAPPER.readValue(JSON, Walk.class).dog()).isNull();
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertThatThrownBy(
                        () -> MAPPER.readValue(JSON.replace("by-tram", "by-balloon"), Walk.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("by-balloon");
    }

    @Test
    void refusesAPublicTextThatIsTooLong() {
        assertThatThrownBy(
                        () -> MAPPER.readValue("\"" + "a".repeat(4_001) + "\"", PublicText.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("4000 characters");
    }
}
