package de.stadtforum.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.city.District;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Another city is another folder: started by one command, its pages speak of nothing that is the first city's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondCityJourneyTests {
    private static final Path FOLDER =
            Path.of(System.getProperty("stadtforum.root", "../.."), "infra/cities/nahebrueck");

    private final City city = City.read(FOLDER.toString());
    private RunningPlatform platform;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ALWAYS) Path temporary) {
        platform =
                RunningPlatform.started(
                        temporary.resolve("data"),
                        RunningPlatform.freePorts(),
                        "--city",
                        FOLDER.toString());
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void oneCommandStartsItAndItsReportsComeOut() {
        assertThat(platform.said())
                .contains("Starting Nahebrück", "The demo year 2025", "The demo year is loaded");
        assertThat(List.of("bericht-2025-q2", "bericht-2025-q4"))
                .allSatisfy(report ->
                        assertThat(platform.data().resolve(report + ".pdf")).isNotEmptyFile())
                .allSatisfy(report ->
                        assertThat(
                                        platform.json("/api/reporting/reports/" + report)
                                                .path("delivered")
                                                .has("hauptausschuss"))
                                .isTrue());
    }

    @Test
    void noPageSpeaksOfTheFirstCity() {
        var words = wordsOf(City.shipped());
        var site = platform.address(0, "/");
        for (var reader : new String[] {null, platform.token("Geschäftsstelle (Bürgeramt)")}) {
            var crawl = Crawl.as(reader, site);
            assertThat(crawl.faults()).isEmpty();
            assertThat(crawl.texts()).hasSizeGreaterThan(40);
            assertThat(said(words, crawl.texts())).isEmpty();
        }
        // head and foot of a page as well, in both languages and where there is none
        for (var path : List.of("/", "/?lang=en", "/versammlung", "/gremien", "/api"))
            assertThat(said(words, Map.of(path, platform.page(path)))).isEmpty();
    }

    @Test
    void itIsSearchedAndSpeaksItsOwnLanguage() {
        assertThat(platform.page("/suche?q=Treppe")).contains("Altstadt");
        assertThat(platform.page("/versammlung/suche?q=Treppen")).contains("Präventionsrat");
        assertThat(platform.page("/"))
                .contains(
                        "Ortsbezirk",
                        "dem Präventionsrat",
                        "zum Handlungskonzept Miteinander sicher")
                .contains(city.districts().stream().map(District::name).toList());
        assertThat(platform.page("/?lang=en")).contains("the prevention council", "Action plan");
        assertThat(platform.page("/gremien")).contains("Ortsbeirat Oberhain", "Stadtrat");
        assertThat(platform.page("/gremien/praeventionsrat"))
                .contains("Beschluss zum Handlungskonzept Miteinander sicher, Ziffer 1");
    }

    @Test
    void itsLawItsNumbersAndItsPeriodHold() {
        var number =
                platform.answer(
                        2,
                        "Geschäftsstelle (Bürgeramt)",
                        "POST",
                        "/api/session/papers/vorlage-baenke/number",
                        "{\"number\": \"26093-22\", \"on\": \"2025-08-11\"}");
        assertThat(number.toString()).contains("2025/041").doesNotContain("26029");
        assertThat(platform.page("/versammlung")).contains("vier Tage");
        assertThat(platform.json("/api/membership/bodies/praeventionsrat").toString())
                .contains("ratssitz-cdu-2")
                .doesNotContain("fraktion-");
        platform.eachRecord(record ->
                assertThat(RunningPlatform.header(record, "ce_source")).startsWith("/nahebrueck/"));
    }

    private static List<Pattern> wordsOf(City first) {
        var terms = first.words();
        return Stream.of(
                        Stream.of(
                                first.name(),
                                first.law().shortName(),
                                terms.term("assembly"),
                                terms.term("steering"),
                                terms.term("district"),
                                terms.term("local-council"),
                                terms.term("programme.short"),
                                terms.term("programme", java.util.Locale.ENGLISH)),
                        first.conceptBefore().stream().map(City.Addressee::shortName),
                        first.districts().stream().map(District::name))
                .flatMap(each -> each)
                .map(word -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(word)))
                .toList();
    }

    private static Map<String, String> said(List<Pattern> words, Map<String, String> texts) {
        var said = new TreeMap<String, String>();
        texts.forEach((address, text) -> {
            for (var word : words)
                if (word.matcher(text).find()) said.put(address, word.toString());
        });
        return said;
    }
}
