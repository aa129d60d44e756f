package de.stadtforum.city;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.Bodies.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedCitiesTests {
    private static final Path ROOT = Path.of(System.getProperty("stadtforum.root"));
    private static final Path CITIES = ROOT.resolve("infra/cities");

    /// Every folder of `infra/cities`, so that the next city is tested by being there.
    static List<Path> folders() throws IOException {
        try (var all = Files.list(CITIES)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void isRead(Path folder) {
        var city = City.read(folder.toString());

        assertThat(city.id()).isEqualTo(folder.getFileName().toString());
        assertThat(CityFolder.shipped(city.id()).find("city.json")).isPresent();
        assertThat(city.conceptBefore())
                .hasSizeGreaterThan(city.districts().size())
                .allSatisfy(body -> assertThat(city.isBody(body.id())).isTrue());
        assertThat(city.hearsResults(city.assembly())).isTrue();
    }

    /// What the sentences of all programs take in, the city has, and it says nothing that nobody takes in.
    @ParameterizedTest
    @MethodSource("folders")
    void hasEachTermThatASentenceTakesIn(Path folder) throws IOException {
        var words = City.read(folder.toString()).words();
        var taken = new TreeSet<String>();
        for (var file : sentences())
            for (var line : Files.readAllLines(file))
                for (var term : Words.termsIn(line)) {
                    taken.add(Words.TERM + term);
                    words.term(
                            term,
                            file.toString().contains("_en.") ? Locale.ENGLISH : Locale.GERMAN);
                }

        assertThat(taken).hasSizeGreaterThan(30);
        assertThat(
                        Words.parsed(Files.readString(folder.resolve("words.properties")))
                                .keySet()
                                .stream()
                                .filter(key -> key.startsWith(Words.TERM)))
                .isSubsetOf(taken);
    }

    private static List<Path> sentences() throws IOException {
        try (var all = Files.walk(ROOT, 6)) {
            return all.filter(each -> each.toString().contains("src/main/resources/"))
                    .filter(each ->
                            each.getFileName()
                                    .toString()
                                    .matches("(.*messages.*|roles)\\.properties"))
                    .toList();
        }
    }

    /// A city whose law, bodies and terms are others is one only if no word of the first is left in it.
    @Test
    void noOtherCitySpeaksOfTheFirst() throws IOException {
        var first = City.shipped();
        var words =
                Stream.concat(
                                Stream.of(
                                        first.name(),
                                        first.law().shortName(),
                                        first.words().term("assembly"),
                                        first.words().term("steering"),
                                        first.words().term("district"),
                                        first.words().term("local-council"),
                                        first.words().term("programme.short")),
                                first.districts().stream().map(District::name))
                        .map(word -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(word)))
                        .toList();
        for (var folder : folders()) {
            if (folder.endsWith(first.id())) continue;
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = Files.readString(file);
                    assertThat(words.stream().filter(word -> word.matcher(text).find()))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theDefaultHasTwelveDistrictsTwentyVotesAndHalfYearlyReports() {
        var city = City.shipped();

        assertThat(city.districts()).hasSize(12);
        assertThat(city.open()).hasSize(8);
        assertThat(city.bodiesBefore()).hasSize(13);
        assertThat(city.body(city.assembly()).votingSeats()).isEqualTo(20);
        assertThat(city.body(city.assembly()).kind()).isEqualTo(Kind.ASSEMBLY);
        assertThat(city.profile().reports()).isEqualTo(Profile.Reports.HALF_YEARLY);
        assertThat(city.words().term("invitation-period.to")).isEqualTo("sieben Tagen");
    }

    @Test
    void theSecondHasOtherLawOtherBodiesTwelveVotesSixDistrictsAndQuarterlyReports() {
        var first = City.shipped();
        var city = City.read(CITIES.resolve("nahebrueck").toString());

        assertThat(city.districts()).hasSize(6);
        assertThat(city.body(city.assembly()).votingSeats()).isEqualTo(12);
        assertThat(city.profile().reports()).isEqualTo(Profile.Reports.QUARTERLY);
        assertThat(city.law().cites().values())
                .doesNotContainAnyElementsOf(first.law().cites().values());
        assertThat(city.assembly()).isNotEqualTo(first.assembly());
        assertThat(city.words().term("local-council")).isEqualTo("Ortsbeirat");
        assertThat(city.isPaperNumber("2025/041")).isTrue();
        assertThat(city.isPaperNumber("26093-22")).isFalse();
        assertThat(city.words().term("invitation-period")).isEqualTo("vier Tage");
    }
}
