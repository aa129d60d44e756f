package de.stadtforum.search;

import static de.stadtforum.search.OpenIndex.contribution;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankTests {
    @TempDir Path folder;

    @Test
    void theWordBeforeItsStemBeforeItsBeginningBeforeATypoAndTheTitleBeforeTheText() {
        try (var open = OpenIndex.in(folder)) {
            open.put(
                    contribution("typo", "", "Laterna"),
                    contribution("beginning", "", "Laternenmast"),
                    contribution("beginning-title", "Laternenmast", ""),
                    contribution("stem", "", "Laternen"),
                    contribution("stem-title", "Laternen", ""),
                    contribution("word", "", "Laterne"),
                    contribution("word-title", "Laterne", "Laternenmast"));
            assertThat(open.found("laterne"))
                    .containsExactly(
                            "word-title",
                            "word",
                            "stem-title",
                            "stem",
                            "beginning-title",
                            "beginning",
                            "typo");
        }
    }

    @Test
    void ofEquallyGoodOnesTheNewestIsFirst() {
        try (var open = OpenIndex.in(folder)) {
            open.put(
                    contribution("old", "Hafen", "").number("created", 1),
                    contribution("new", "Hafen", "").number("created", 3),
                    contribution("middle", "Hafen", "Hafen Hafen").number("created", 2));
            assertThat(open.found("hafen")).containsExactly("new", "middle", "old");
        }
    }

    @Test
    void aRankDependsOnNothingElseInTheIndex() {
        try (var open = OpenIndex.in(folder)) {
            open.put(contribution("a", "Hafen", "Lärm"), contribution("b", "Lärm", "Hafen"));
            var before = open.found("hafen lärm");
            for (var each = 0; each < 50; each++) open.put(contribution("x" + each, "Hafen", ""));
            assertThat(open.found("hafen lärm")).isEqualTo(before);
        }
    }
}
