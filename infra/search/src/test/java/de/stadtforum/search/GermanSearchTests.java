package de.stadtforum.search;

import static de.stadtforum.search.OpenIndex.contribution;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a resident finds: `queries.tsv` over the invented contributions of `contributions.tsv`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GermanSearchTests {
    private static final String EVERY_OTHER = "*";
    @TempDir static Path folder;
    private OpenIndex contributions;

    private static Stream<List<String>> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources", file)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of((line + "\t\t").split("\t", -1)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    record Case(String query, List<String> wanted, List<String> forbidden) {
        static Case of(List<String> line) {
            return new Case(line.get(0), ids(line.get(1)), ids(line.get(2)));
        }

        private static List<String> ids(String column) {
            return column.isBlank() ? List.of() : List.of(column.strip().split(" "));
        }
    }

    static Stream<Case> queries() {
        return lines("queries.tsv").map(Case::of);
    }

    @BeforeAll
    void sixtyContributions() {
        contributions = OpenIndex.in(folder);
        lines("contributions.tsv")
                .forEach(line ->
                        contributions
                                .index()
                                .put(contribution(line.get(0), line.get(1), line.get(2))));
        contributions.index().refresh();
    }

    @AfterAll
    void close() {
        contributions.close();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void findsWhatIsWantedAndNothingThatIsForbidden(Case each) {
        var found = contributions.found(each.query);
        assertThat(found).as(each.query).containsAll(each.wanted);
        if (each.forbidden.equals(List.of(EVERY_OTHER)))
            assertThat(found).as(each.query).containsExactlyInAnyOrderElementsOf(each.wanted);
        else assertThat(found).as(each.query).doesNotContainAnyElementsOf(each.forbidden);
    }

    /// Case B25.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "müllerstraße",
                "MÜLLERSTRASSE",
                "muellerstrasse",
                "Müllerstra\u1E9Ee",
                "mu\u0308llerstraße",
                "müller str"
            })
    void lettersComposedAndDecomposedAreTheSame(String typed) {
        try (var two = OpenIndex.in(folder.resolve("two"))) {
            two.put(
                    contribution("composed", "M\u00FCllerstraße", ""),
                    contribution("decomposed", "Mu\u0308llerstraße", ""),
                    contribution("unrelated", "Müllabfuhr", "Straße"));
            assertThat(two.found(typed)).containsExactlyInAnyOrder("composed", "decomposed");
        }
    }

    @Test
    void theListHasAHundredQueries() {
        assertThat(queries()).hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void whateverIsTypedIsAnswered() {
        var random = new Random(12);
        for (var each = 0; each < 10_000; each++) {
            var typed = typed(random);
            assertThat(contributions.found(typed)).as(typed).isNotNull();
        }
    }

    /// Signs of every plane with halves of them, pieces of words, operators.
    private static String typed(Random random) {
        var pieces =
                List.of(
                        "müll", "straße", "AND", "*", "\"", "~2", "\\", "[a TO", "\u0308", "\uD83D",
                        "\0", "😀", " ");
        var typed = new StringBuilder();
        for (var length = random.nextInt(12); length > 0; length--)
            if (random.nextBoolean()) typed.append(pieces.get(random.nextInt(pieces.size())));
            else typed.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        return typed.toString();
    }

    @Test
    void fiveHundredSignsArePlainTextAndWhatIsBeyondIsNotLookedAt() {
        assertThat(contributions.found("a".repeat(500))).isEmpty();
        assertThat(contributions.found("%".repeat(500))).isEmpty();
        assertThat(contributions.found("Löwenzahn " + " ".repeat(490) + "Hafen"))
                .containsExactly("c07");
        assertThat(contributions.found("müllerstraße ".repeat(100_000))).contains("c01", "c56");
    }
}
