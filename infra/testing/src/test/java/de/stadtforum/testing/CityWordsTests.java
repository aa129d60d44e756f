package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityWordsTests {
    private static final Path ROOT = Path.of(System.getProperty("stadtforum.root"));
    private static final CityWords WORDS = CityWords.of(ROOT.resolve("infra/cities"));

    /// What still names the first city, with the reason; an entry under which nothing is found any more must go.
    private static final Map<String, String> LEFT_OUT =
            new TreeMap<>(Map.of("infra/benchmark", "measures on the data set that ships"));

    private static final List<String> FOUND = WORDS.in(ROOT);

    @Test
    void noProgramNamesACity() {
        assertThat(FOUND)
                .filteredOn(line -> LEFT_OUT.keySet().stream().noneMatch(line::startsWith))
                .isEmpty();
    }

    @Test
    void nothingIsLeftOutThatNeedNotBe() {
        assertThat(LEFT_OUT.keySet())
                .allSatisfy(
                        path -> assertThat(FOUND).as(path).anyMatch(line -> line.startsWith(path)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    session-service/src/main/java/a/Default.java | String body = "vollversammlung";
                    session-service/src/main/java/a/Seats.java | var id = "fraktion-" + faction;
                    lab-service/src/main/resources/application.properties | groups=ag-.*
                    lab-service/src/main/resources/templates/a.html | <dt>Stadtbezirk</dt>
                    gateway/src/main/resources/messages.properties | nav.councils=Bezirksvertretungen
                    membership-service/src/main/resources/messages.properties | refusal.quorum=§ 49 GO NRW
                    infra/web/src/main/resources/a.json | {"to": "abooab"}
                    infra/local/src/main/java/a/District.java | case "luetgendortmund" -> 1;
                    infra/local/src/main/java/a/Law.java | "§ 39 GemO"
                    """)
    void seesAWordWhereverItStands(String file, String line, @TempDir Path tree)
            throws IOException {
        write(tree, file, "\n" + line);

        assertThat(WORDS.in(tree)).singleElement().asString().startsWith(file + ":2: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    session-service/src/main/java/a/Vote.java | /// Ayes must outnumber noes (§ 50 Abs. 1 GO NRW).
                    session-service/src/main/java/a/Tag.java | var etag = "tag-" + hash;
                    session-service/src/test/java/a/Example.java | var body = "vollversammlung";
                    lab-service/src/main/resources/messages.properties | a=Alle ${district.many} anzeigen
                    lab-service/target/classes/src/main/a.properties | a=Dortmund
                    """)
    void letsStandWhatIsNone(String file, String line, @TempDir Path tree) throws IOException {
        write(tree, file, line);

        assertThat(WORDS.in(tree)).isEmpty();
    }

    private static void write(Path tree, String file, String text) throws IOException {
        var path = tree.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
